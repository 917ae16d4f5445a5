output "state_bucket" {
  description = "Name of the state bucket, for STATE_S3_BUCKET."
  value       = aws_s3_bucket.state.bucket
}

output "role_arns" {
  description = "The roles for GitHub Actions by what they do: `plan`, `apply-<environment>`, `site-<environment>`."
  value       = { for name, role in aws_iam_role.github : name => role.arn }
}

output "ds_records" {
  description = "For each signed zone the DS record that whoever sold the domain has to publish."
  value       = { for id, key in aws_route53_key_signing_key.zone : id => key.ds_record }
}

output "settings" {
  description = "What it was applied with, for the next time."
  value = {
    email                = var.email
    github_repository    = var.github_repository
    github_owner_id      = var.github_owner_id
    github_repository_id = var.github_repository_id
    github_provider_arn  = var.github_provider_arn
    dnssec_zone_ids      = var.dnssec_zone_ids
  }
}
