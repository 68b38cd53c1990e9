resource "aws_ecr_repository" "cart" {
  name                 = "acme/cart"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.cart.arn
  }
}

resource "aws_ecr_lifecycle_policy" "cart" {
  repository = aws_ecr_repository.cart.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the last hundred images"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 100 }
      action       = { type = "expire" }
    }]
  })
}
