# The distribution: the site's only address. Files come from the bucket, POST /visitor goes to the API. What it is made of is
# replaced before it is destroyed, because AWS deletes nothing that a distribution still uses.
locals {
  url = "https://${length(local.answers_to) == 0 ? aws_cloudfront_distribution.site.domain_name : var.domain}"

  # The port is there for an emulator; on AWS there is none.
  api = regex("^https?://(?P<host>[^/:]+)(?::(?P<port>[0-9]+))?$", var.api_endpoint)

  # The folder of the bucket that the public reads.
  files = "/site"

  # AWS's own cache policies: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
  caching_optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled  = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
}

resource "aws_cloudfront_distribution" "site" {
  #checkov:skip=CKV_AWS_68:A firewall costs 5 USD a month and more, so it is an option (firewall = true).
  #checkov:skip=CKV_AWS_86:Logs would hold the visitors' addresses; metrics are enough.
  #checkov:skip=CKV_AWS_174:CloudFront's own certificate allows no choice of TLS versions; a domain of one's own gets 1.2 and later.
  #checkov:skip=CKV_AWS_310:One bucket and one API: there is no second origin to fail over to.
  #checkov:skip=CKV_AWS_374:A résumé may be read in every country.
  #checkov:skip=CKV2_AWS_42:A domain of one's own, and so a certificate, is an option (domain).
  #checkov:skip=CKV2_AWS_47:No Java runs behind this distribution; the optional firewall has the Log4j rule.
  comment             = "${var.name}: the résumé and its visitor counter"
  enabled             = true
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  price_class         = "PriceClass_100" # answers from North America and Europe, and so costs least
  default_root_object = "index.html"
  aliases             = local.answers_to
  web_acl_id          = one(aws_wafv2_web_acl.site[*].arn)

  origin {
    origin_id   = "files"
    domain_name = aws_s3_bucket.site.bucket_regional_domain_name
    # What publishing keeps beside it, such as earlier releases, is not for the public.
    origin_path              = local.files
    origin_access_control_id = aws_cloudfront_origin_access_control.site.id
  }

  origin {
    origin_id   = "api"
    domain_name = local.api.host

    custom_origin_config {
      http_port              = 80
      https_port             = coalesce(local.api.port, 443)
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }

    custom_header {
      name  = "x-origin-secret"
      value = var.origin_secret
    }
  }

  default_cache_behavior {
    target_origin_id           = "files"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_optimized
    response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id

    dynamic "function_association" {
      for_each = length(var.redirects) == 0 ? [] : ["viewer-request"]

      content {
        event_type   = function_association.value
        function_arn = aws_cloudfront_function.folder_index.arn
      }
    }
  }

  ordered_cache_behavior {
    path_pattern     = "/visitor"
    target_origin_id = "api"
    # A redirected POST would become a GET.
    viewer_protocol_policy = "https-only"
    # The smallest set that has POST.
    allowed_methods            = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_disabled
    origin_request_policy_id   = aws_cloudfront_origin_request_policy.visitor.id
    response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id
  }

  # Folders alone, so that the function is not paid for at every file. The site's root is no folder here: it has its own setting.
  ordered_cache_behavior {
    path_pattern               = "/*/"
    target_origin_id           = "files"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_optimized
    response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.folder_index.arn
    }
  }

  # Only 404: a page for other errors would take the place of the API's answers too.
  custom_error_response {
    error_code            = 404
    response_code         = 404
    response_page_path    = "/404.html"
    error_caching_min_ttl = 10
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = length(local.answers_to) == 0
    acm_certificate_arn            = local.certificate
    ssl_support_method             = length(local.answers_to) == 0 ? null : "sni-only"
    minimum_protocol_version       = length(local.answers_to) == 0 ? "TLSv1" : "TLSv1.2_2025"
  }

  # CloudFront's name for the site would be lost for good.
  lifecycle {
    prevent_destroy = var.protected
  }
}

# CloudFront signs its requests to the bucket.
resource "aws_cloudfront_origin_access_control" "site" {
  name                              = "${var.name}-site"
  description                       = "Reads the files of ${var.name}."
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"

  lifecycle {
    create_before_destroy = true
  }
}

# What the function gets to know of a visit. No Host: API Gateway answers to its own name alone.
# Ten headers are the most: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
resource "aws_cloudfront_origin_request_policy" "visitor" {
  name    = "${var.name}-visitor"
  comment = "What the visitor counter reads; CloudFront allows ten headers."

  headers_config {
    header_behavior = "whitelist"
    headers {
      items = [
        "CloudFront-Is-Mobile-Viewer",
        "CloudFront-Is-Tablet-Viewer",
        "CloudFront-Viewer-Address",
        "CloudFront-Viewer-Country",
        "DNT",
        "Origin",
        "Sec-Fetch-Site",
        "Sec-GPC",
        "Sec-Purpose",
        "User-Agent",
      ]
    }
  }

  cookies_config {
    cookie_behavior = "none"
  }

  query_strings_config {
    query_string_behavior = "none"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# What stands in the way of a request, where it has to: at folders, and everywhere when there are names to redirect.
resource "aws_cloudfront_function" "folder_index" {
  name    = "${var.name}-folder-index"
  comment = "Lets a folder's address stand for its index.html, and other names lead to the main one."
  runtime = "cloudfront-js-2.0"
  publish = true
  code    = replace(file("${path.module}/folder-index.js"), "mainName = ''", "mainName = '${length(var.redirects) == 0 ? "" : var.domain}'")

  lifecycle {
    create_before_destroy = true
  }
}
