Rails.application.configure do
  config.force_ssl = true
  config.log_level = :info
  config.lograge.enabled = true
  config.lograge.formatter = Lograge::Formatters::Json.new
  config.cache_store = :redis_cache_store, { url: ENV["REDIS_URL"] }
end
