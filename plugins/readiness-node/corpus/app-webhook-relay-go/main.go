package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/redis/go-redis/v9"
)

var rdb = redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS_ADDR")})

func main() {
	http.HandleFunc("/hook", func(w http.ResponseWriter, r *http.Request) {
		rdb.LPush(r.Context(), "hooks", r.URL.String())
		fmt.Fprintln(w, "ok")
	})
	log.Println("listening on :3000")
	log.Fatal(http.ListenAndServe(":3000", nil))
}
