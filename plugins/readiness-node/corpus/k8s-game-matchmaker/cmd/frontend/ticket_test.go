package main

import "testing"

func TestTicket(t *testing.T) {
	if 1+1 != 2 {
		t.Fatal("broken")
	}
}
