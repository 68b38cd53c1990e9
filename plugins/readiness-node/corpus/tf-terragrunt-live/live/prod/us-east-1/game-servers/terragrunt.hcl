include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "git::https://git.acme.test/moonfall/modules.git//gameservers?ref=v2.4.0"
}

inputs = {
  fleet_size = 40
}
