regions = {
  westeurope = {
    cidr  = "10.50.0.0/16"
    min   = 4
    max   = 60
    zones = ["1", "2", "3"]
  }
  eastus2 = {
    cidr  = "10.51.0.0/16"
    min   = 2
    max   = 40
    zones = ["1", "2"]
  }
  southeastasia = {
    cidr = "10.52.0.0/16"
    min  = 1
    max  = 20
  }
}
