# The site at a domain of one's own, when `domain` is given: certificate and DNS records. Other names lead to the main one.
#   dns = "route53"   the records are made in the zone `hosted_zone_id`, and the certificate is waited for
#   dns = "manual"    somebody writes the records elsewhere: the output `dns_records` lists them. The site answers to its domain
#                     with the first apply after the certificate was issued
locals {
  domains = var.domain == "" ? [] : [var.domain]
  names   = concat(local.domains, var.redirects)

  # With a certificate of one's own none is made.
  certified = var.certificate_arn == "" ? local.domains : []
  in_zone   = var.dns == "route53" ? local.domains : []
  validated = var.certificate_arn == "" ? local.in_zone : []

  certificate_status = length(local.domains) == 0 ? "NONE" : var.certificate_arn == "" ? aws_acm_certificate.site[0].status : "ISSUED"
  certificate = (
    length(local.domains) == 0 ? null :
    var.certificate_arn != "" ? var.certificate_arn :
    var.dns == "route53" ? aws_acm_certificate_validation.site[0].certificate_arn :
    local.certificate_status == "ISSUED" ? aws_acm_certificate.site[0].arn : null
  )
  # CloudFront takes a name with its certificate alone.
  answers_to = var.dns == "route53" || local.certificate_status == "ISSUED" ? local.names : []

  # What proves to Amazon whose the names are; two names may share one.
  proofs = length(local.certified) == 0 ? [] : distinct([for proof in aws_acm_certificate.site[0].domain_validation_options : {
    name  = trimsuffix(proof.resource_record_name, ".")
    type  = proof.resource_record_type
    value = trimsuffix(proof.resource_record_value, ".")
  }])
}

resource "aws_acm_certificate" "site" {
  count = length(local.certified)

  region                    = "us-east-1" # where CloudFront looks for certificates
  domain_name               = local.certified[count.index]
  subject_alternative_names = var.redirects
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  count = length(local.validated)

  zone_id         = var.hosted_zone_id
  name            = one([for proof in aws_acm_certificate.site[0].domain_validation_options : proof.resource_record_name if proof.domain_name == local.validated[count.index]])
  type            = one([for proof in aws_acm_certificate.site[0].domain_validation_options : proof.resource_record_type if proof.domain_name == local.validated[count.index]])
  records         = [for proof in aws_acm_certificate.site[0].domain_validation_options : proof.resource_record_value if proof.domain_name == local.validated[count.index]]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_route53_record" "redirect_validation" {
  for_each = toset(length(local.validated) == 0 ? [] : var.redirects)

  zone_id         = var.hosted_zone_id
  name            = one([for proof in aws_acm_certificate.site[0].domain_validation_options : proof.resource_record_name if proof.domain_name == each.key])
  type            = one([for proof in aws_acm_certificate.site[0].domain_validation_options : proof.resource_record_type if proof.domain_name == each.key])
  records         = [for proof in aws_acm_certificate.site[0].domain_validation_options : proof.resource_record_value if proof.domain_name == each.key]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "site" {
  count = length(local.validated)

  region                  = "us-east-1"
  certificate_arn         = aws_acm_certificate.site[0].arn
  validation_record_fqdns = concat(aws_route53_record.validation[*].fqdn, values(aws_route53_record.redirect_validation)[*].fqdn)
}

# HTTPS tells a browser of HTTP/3 before its first request.
resource "aws_route53_record" "site" {
  for_each = length(local.in_zone) == 0 ? [] : toset(["A", "AAAA", "HTTPS"])

  zone_id         = var.hosted_zone_id
  name            = var.domain
  type            = each.key
  allow_overwrite = var.takes_over

  alias {
    name                   = aws_cloudfront_distribution.site.domain_name
    zone_id                = aws_cloudfront_distribution.site.hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "redirect" {
  for_each = length(local.in_zone) == 0 ? {} : { for pair in setproduct(var.redirects, ["A", "AAAA", "HTTPS"]) : join(" ", pair) => pair }

  zone_id         = var.hosted_zone_id
  name            = each.value[0]
  type            = each.value[1]
  allow_overwrite = var.takes_over

  alias {
    name                   = aws_cloudfront_distribution.site.domain_name
    zone_id                = aws_cloudfront_distribution.site.hosted_zone_id
    evaluate_target_health = false
  }
}

# Nobody but Amazon may issue a certificate for the domain, nor for any name below it: Let's Encrypt would refuse nas.jane.example.
resource "aws_route53_record" "issuer" {
  count = var.caa ? length(local.in_zone) : 0

  zone_id = var.hosted_zone_id
  name    = local.in_zone[count.index]
  type    = "CAA"
  ttl     = 3600
  records = ["0 issue \"amazon.com\""]
}
