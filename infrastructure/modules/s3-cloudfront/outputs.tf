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

output "certificate_status" {
  description = "Of the domain's certificate: NONE without a domain, PENDING_VALIDATION until its records are found, then ISSUED."
  value       = local.certificate_status
}

output "dns_records" {
  description = "With dns = \"manual\": the records that somebody has to write, each with name, type and value."
  value = var.dns == "route53" ? [] : concat(
    local.proofs,
    [for name in local.names : { name = name, type = "CNAME", value = aws_cloudfront_distribution.site.domain_name }],
  )
}
