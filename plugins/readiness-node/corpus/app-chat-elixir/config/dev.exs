import Config

config :chat, ChatWeb.Endpoint,
  secret_key_base: "x0Jf8q2LzT5nVb7kYw3RmPs9dGh1cXa4eUo6iKt8lQ0zBv2nMj5fCr7yWg3pHd1S"
