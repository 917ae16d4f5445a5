output "url" {
  description = "The site's address."
  value       = local.url
}

output "bucket" {
  description = "Name of the bucket that holds the files."
  value       = aws_s3_bucket.site.bucket
}

output "region" {
  description = "Where the bucket lies."
  value       = aws_s3_bucket.site.region
}

output "distribution_id" {
  description = "Id of the distribution, to invalidate its cache."
  value       = aws_cloudfront_distribution.site.id
}
