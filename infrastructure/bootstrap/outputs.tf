output "state_bucket" {
  description = "Name of the state bucket, for STATE_S3_BUCKET."
  value       = aws_s3_bucket.state.bucket
}

output "role_arns" {
  description = "The roles for GitHub Actions by what they do: `plan`, `apply-<environment>`, `site-<environment>`."
  value       = { for name, role in aws_iam_role.github : name => role.arn }
}
