# Proves to the function that a call came through CloudFront. CloudFront sends the newest generation, the function accepts
# it and the one before, so raising origin_secret_generation rotates the secret without refusing a visit.
resource "terraform_data" "origin_secret" {
  for_each = toset([for generation in [var.origin_secret_generation - 1, var.origin_secret_generation] : tostring(generation) if generation > 0])

  # Of this resource's arguments only this one stays hidden in plans; drawn once, then kept.
  triggers_replace = sensitive(uuid())

  lifecycle {
    ignore_changes = [triggers_replace]
  }
}

locals {
  # No secret itself: nobody finds 122 random bits from their hash.
  origin_secret_hashes = [for secret in terraform_data.origin_secret : nonsensitive(sha256(secret.triggers_replace))]
}
