require "simplecov"
SimpleCov.start "rails" do
  minimum_coverage 85
end
