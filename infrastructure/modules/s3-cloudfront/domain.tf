# The site at a domain of one's own, when `domain` is given: certificate and DNS records.
locals {
  domains = var.domain == "" ? [] : [var.domain]
}

resource "aws_acm_certificate" "site" {
  count = length(local.domains)

  region            = "us-east-1" # where CloudFront looks for certificates
  domain_name       = local.domains[count.index]
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  count = length(local.domains)

  zone_id         = var.hosted_zone_id
  name            = one(aws_acm_certificate.site[0].domain_validation_options[*].resource_record_name)
  type            = one(aws_acm_certificate.site[0].domain_validation_options[*].resource_record_type)
  records         = aws_acm_certificate.site[0].domain_validation_options[*].resource_record_value
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "site" {
  count = length(local.domains)

  region                  = "us-east-1"
  certificate_arn         = aws_acm_certificate.site[0].arn
  validation_record_fqdns = aws_route53_record.validation[*].fqdn
}

# HTTPS tells a browser of HTTP/3 before its first request.
resource "aws_route53_record" "site" {
  for_each = var.domain == "" ? [] : toset(["A", "AAAA", "HTTPS"])

  zone_id = var.hosted_zone_id
  name    = var.domain
  type    = each.key

  alias {
    name                   = aws_cloudfront_distribution.site.domain_name
    zone_id                = aws_cloudfront_distribution.site.hosted_zone_id
    evaluate_target_health = false
  }
}

# Nobody but Amazon may issue a certificate for the domain.
resource "aws_route53_record" "issuer" {
  count = length(local.domains)

  zone_id = var.hosted_zone_id
  name    = local.domains[count.index]
  type    = "CAA"
  ttl     = 3600
  records = ["0 issue \"amazon.com\""]
}
