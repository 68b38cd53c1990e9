rootProject.name = "loyalty"
include("app")
