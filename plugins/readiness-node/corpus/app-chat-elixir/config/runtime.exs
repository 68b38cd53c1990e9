import Config

if config_env() == :prod do
  config :chat, Chat.Repo,
    url: System.fetch_env!("DATABASE_URL"),
    pool_size: String.to_integer(System.get_env("POOL_SIZE") || "10")

  config :chat, ChatWeb.Endpoint,
    secret_key_base: System.fetch_env!("SECRET_KEY_BASE")
end
