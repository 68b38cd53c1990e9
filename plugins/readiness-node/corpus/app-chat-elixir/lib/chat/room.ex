defmodule Chat.Room do
  def name(id), do: "room-#{id}"
end
