stage          = "prod"
eventhub_units = 8
