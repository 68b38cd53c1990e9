defmodule Chat.MixProject do
  use Mix.Project

  def project do
    [
      app: :chat,
      version: "0.4.0",
      elixir: "~> 1.16",
      deps: deps(),
      test_coverage: [summary: [threshold: 70]]
    ]
  end

  defp deps do
    [
      {:phoenix, "~> 1.7.11"},
      {:ecto_sql, "~> 3.11"},
      {:postgrex, ">= 0.0.0"},
      {:libcluster, "~> 3.3"},
      {:prom_ex, "~> 1.9"},
      {:logger_json, "~> 5.1"},
      {:sobelow, "~> 0.13", only: :dev},
      {:benchee, "~> 1.3", only: :dev}
    ]
  end
end
