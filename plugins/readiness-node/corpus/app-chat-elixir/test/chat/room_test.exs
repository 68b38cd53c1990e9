defmodule Chat.RoomTest do
  use ExUnit.Case, async: true

  test "name" do
    assert Chat.Room.name(1) == "room-1"
  end
end
