mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = {
      id                          = "cloud-resume-test-site-123456789012"
      arn                         = "arn:aws:s3:::cloud-resume-test-site-123456789012"
      bucket_regional_domain_name = "cloud-resume-test-site-123456789012.s3.us-east-1.amazonaws.com"
    }
  }

  mock_resource "aws_cloudfront_distribution" {
    defaults = {
      arn            = "arn:aws:cloudfront::123456789012:distribution/MOCK"
      domain_name    = "mock.cloudfront.net"
      hosted_zone_id = "Z2FDTNDATAQYW2"
    }
  }

  mock_resource "aws_cloudfront_function" {
    defaults = { arn = "arn:aws:cloudfront::123456789012:function/cloud-resume-test-folder-index" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn    = "arn:aws:acm:us-east-1:123456789012:certificate/mock"
      status = "PENDING_VALIDATION"
      domain_validation_options = [
        {
          domain_name           = "jane.example"
          resource_record_name  = "_mock.jane.example."
          resource_record_type  = "CNAME"
          resource_record_value = "_mock.acm-validations.aws."
        },
        {
          domain_name           = "www.jane.example"
          resource_record_name  = "_mock.www.jane.example."
          resource_record_type  = "CNAME"
          resource_record_value = "_mock-www.acm-validations.aws."
        },
      ]
    }
  }

  mock_resource "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/mock/mock" }
  }
}

variables {
  name          = "cloud-resume-test"
  protected     = false
  dist          = "tests/built"
  api_endpoint  = "https://api.execute-api.us-east-1.amazonaws.com"
  origin_secret = "secret"
}

run "the_bucket_is_private_and_read_by_this_distribution_alone" {
  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.site.block_public_acls,
      aws_s3_bucket_public_access_block.site.block_public_policy,
      aws_s3_bucket_public_access_block.site.ignore_public_acls,
      aws_s3_bucket_public_access_block.site.restrict_public_buckets,
    ])
    error_message = "All four public-access blocks must be on."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.site.rule[0].object_ownership == "BucketOwnerEnforced" && aws_s3_bucket_versioning.site.versioning_configuration[0].status == "Enabled"
    error_message = "The bucket must have no ACLs and keep versions."
  }

  assert {
    condition     = output.bucket == "cloud-resume-test-site-123456789012"
    error_message = "The bucket's name must hold the account's number."
  }

  assert {
    condition     = aws_s3_bucket.site.force_destroy
    error_message = "What is not protected must be easy to destroy."
  }

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_lifecycle_configuration.site.rule : length(rule.expiration) == 0 && length(rule.transition) == 0])
    error_message = "A lifecycle rule must only forget old versions: never expire or move live files."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.site.rule[0].noncurrent_version_expiration[0].noncurrent_days == 30
    error_message = "Old versions must be forgotten after 30 days."
  }

  assert {
    condition = jsondecode(aws_s3_bucket_policy.site.policy).Statement == [
      {
        Sid       = "ThisDistributionReads"
        Effect    = "Allow"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Action    = ["s3:GetObject", "s3:ListBucket"]
        Resource  = ["arn:aws:s3:::cloud-resume-test-site-123456789012", "arn:aws:s3:::cloud-resume-test-site-123456789012/site/*"]
        Condition = { StringEquals = { "AWS:SourceArn" = "arn:aws:cloudfront::123456789012:distribution/MOCK" } }
      },
      {
        Sid       = "NobodyWithoutTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::cloud-resume-test-site-123456789012", "arn:aws:s3:::cloud-resume-test-site-123456789012/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
    error_message = "The policy must let this distribution read the site's folder and nobody else, and refuse whoever comes without TLS."
  }

  assert {
    condition     = aws_cloudfront_origin_access_control.site.origin_access_control_origin_type == "s3" && aws_cloudfront_origin_access_control.site.signing_behavior == "always"
    error_message = "CloudFront must sign every request to the bucket."
  }
}

run "files_come_from_the_bucket_and_visits_go_to_the_api" {
  command = plan

  assert {
    condition     = aws_cloudfront_distribution.site.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https" && aws_cloudfront_distribution.site.default_cache_behavior[0].compress
    error_message = "HTTP must be redirected, and files compressed."
  }

  assert {
    condition     = aws_cloudfront_distribution.site.http_version == "http2and3" && aws_cloudfront_distribution.site.is_ipv6_enabled
    error_message = "HTTP/3 and IPv6 must be on."
  }

  assert {
    condition     = aws_cloudfront_distribution.site.default_cache_behavior[0].cache_policy_id == "658327ea-f89d-4fab-a63d-7e88639e58f6"
    error_message = "Files must be cached by CachingOptimized."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.site.default_cache_behavior[0].function_association) == 0
    error_message = "A function at every file would be paid for at every file."
  }

  assert {
    condition     = [for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior : one(behavior.function_association).event_type if behavior.path_pattern == "/*/"] == ["viewer-request"]
    error_message = "The folder index must be looked up before the cache is."
  }

  assert {
    condition     = [for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior : behavior.path_pattern if behavior.target_origin_id == "api"] == ["/visitor"]
    error_message = "Exactly one path goes to the API."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.site.ordered_cache_behavior) + 1 <= 5 && alltrue([for behavior in concat(aws_cloudfront_distribution.site.ordered_cache_behavior, aws_cloudfront_distribution.site.default_cache_behavior) : contains(["658327ea-f89d-4fab-a63d-7e88639e58f6", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"], behavior.cache_policy_id)])
    error_message = "The Free plan takes five behaviors and AWS's own cache policies alone."
  }

  assert {
    condition     = aws_cloudfront_distribution.site.ordered_cache_behavior[0].viewer_protocol_policy == "https-only" && aws_cloudfront_distribution.site.ordered_cache_behavior[0].cache_policy_id == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    error_message = "A visit must come over HTTPS, not by a redirect, and is never cached."
  }

  assert {
    condition     = contains(aws_cloudfront_distribution.site.ordered_cache_behavior[0].allowed_methods, "POST")
    error_message = "POST must pass."
  }

  assert {
    condition = anytrue([for origin in aws_cloudfront_distribution.site.origin : alltrue([
      origin.origin_id == "api",
      origin.domain_name == "api.execute-api.us-east-1.amazonaws.com",
      try(origin.custom_origin_config[0].origin_protocol_policy == "https-only", false),
      try(origin.custom_origin_config[0].https_port == 443, false),
      try(one(origin.custom_header) == { name = "x-origin-secret", value = "secret" }, false),
    ])])
    error_message = "The API must be called over HTTPS with the secret."
  }

  assert {
    condition     = [for origin in aws_cloudfront_distribution.site.origin : origin.origin_path if origin.origin_id == "files"] == ["/site"]
    error_message = "Earlier releases lie beside the site's folder, and must not be read by the public."
  }

  assert {
    condition     = length(aws_cloudfront_origin_request_policy.visitor.headers_config[0].headers[0].items) <= 10
    error_message = "CloudFront allows ten headers in an origin request policy."
  }

  assert {
    condition     = !contains([for header in aws_cloudfront_origin_request_policy.visitor.headers_config[0].headers[0].items : lower(header)], "host")
    error_message = "With the visitor's Host, API Gateway would answer 403."
  }

  assert {
    condition     = setintersection(aws_cloudfront_origin_request_policy.visitor.headers_config[0].headers[0].items, ["CloudFront-Viewer-Address", "CloudFront-Viewer-Country"]) == toset(["CloudFront-Viewer-Address", "CloudFront-Viewer-Country"])
    error_message = "The function must get to know the visitor's country and address."
  }

  assert {
    condition     = [for response in aws_cloudfront_distribution.site.custom_error_response : [response.error_code, response.response_code, response.response_page_path]] == [[404, 404, "/404.html"]]
    error_message = "Only 404 may have a page, and it stays a 404."
  }
}

run "all_headers_of_the_build_are_sent" {
  command = plan

  assert {
    condition     = aws_cloudfront_response_headers_policy.site.security_headers_config[0].content_security_policy[0].content_security_policy == "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"
    error_message = "The content-security-policy must be the build's."
  }

  assert {
    condition = {
      frame    = aws_cloudfront_response_headers_policy.site.security_headers_config[0].frame_options[0].frame_option
      referrer = aws_cloudfront_response_headers_policy.site.security_headers_config[0].referrer_policy[0].referrer_policy
      sniff    = aws_cloudfront_response_headers_policy.site.security_headers_config[0].content_type_options[0].override
      age      = aws_cloudfront_response_headers_policy.site.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec
      siblings = aws_cloudfront_response_headers_policy.site.security_headers_config[0].strict_transport_security[0].include_subdomains
      preload  = aws_cloudfront_response_headers_policy.site.security_headers_config[0].strict_transport_security[0].preload
    } == { frame = "DENY", referrer = "strict-origin-when-cross-origin", sniff = true, age = 63072000, siblings = false, preload = false }
    error_message = "The security headers must be the build's."
  }

  assert {
    condition = { for item in aws_cloudfront_response_headers_policy.site.custom_headers_config[0].items : item.header => item.value } == {
      "cross-origin-opener-policy"   = "same-origin"
      "cross-origin-resource-policy" = "same-origin"
      "permissions-policy"           = "camera=(), geolocation=()"
    }
    error_message = "Every other header must be sent as it is."
  }

  assert {
    condition     = aws_cloudfront_distribution.site.default_cache_behavior[0].response_headers_policy_id == aws_cloudfront_response_headers_policy.site.id && aws_cloudfront_distribution.site.ordered_cache_behavior[0].response_headers_policy_id == aws_cloudfront_response_headers_policy.site.id
    error_message = "Files and visits must carry the headers."
  }
}

run "without_options_there_is_nothing_to_pay_for" {
  command = plan

  assert {
    condition     = output.url == "https://mock.cloudfront.net" && aws_cloudfront_distribution.site.viewer_certificate[0].cloudfront_default_certificate
    error_message = "Without a domain the site has CloudFront's address and certificate."
  }

  assert {
    condition     = length(aws_acm_certificate.site) + length(aws_route53_record.site) + length(aws_route53_record.issuer) + length(aws_wafv2_web_acl.site) == 0
    error_message = "Without a domain and a firewall there must be neither."
  }
}

run "a_domain_brings_its_certificate_and_records" {
  command = plan

  variables {
    domain         = "jane.example"
    hosted_zone_id = "Z0123456789ABCDEFGHIJ"
  }

  assert {
    condition     = output.url == "https://jane.example" && aws_cloudfront_distribution.site.aliases == toset(["jane.example"])
    error_message = "The site must answer to its domain."
  }

  assert {
    condition     = aws_acm_certificate.site[0].region == "us-east-1" && aws_cloudfront_distribution.site.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2025"
    error_message = "The certificate must lie where CloudFront looks for it, and old TLS be refused."
  }

  assert {
    condition     = keys(aws_route53_record.site) == ["A", "AAAA", "HTTPS"] && alltrue([for record in aws_route53_record.site : record.alias[0].name == "mock.cloudfront.net"])
    error_message = "A, AAAA and HTTPS must point to the distribution."
  }

  assert {
    condition     = length(aws_route53_record.issuer) == 0
    error_message = "Every name below the domain inherits a CAA record: nobody gets one unasked."
  }

  assert {
    condition     = length(output.dns_records) == 0 && length(aws_cloudfront_distribution.site.default_cache_behavior[0].function_association) == 0
    error_message = "With a zone nobody has to write records, and with one name nothing is redirected."
  }
}

run "other_names_lead_to_the_main_one" {
  variables {
    domain         = "jane.example"
    redirects      = ["www.jane.example"]
    hosted_zone_id = "Z0123456789ABCDEFGHIJ"
    caa            = true
  }

  assert {
    condition     = aws_cloudfront_distribution.site.aliases == toset(["jane.example", "www.jane.example"]) && aws_acm_certificate.site[0].subject_alternative_names == toset(["www.jane.example"])
    error_message = "The site must answer to all its names, with a certificate for all of them."
  }

  assert {
    condition     = toset([for record in aws_route53_record.redirect : "${record.name} ${record.type}"]) == toset(["www.jane.example A", "www.jane.example AAAA", "www.jane.example HTTPS"])
    error_message = "Each name must point to the distribution."
  }

  assert {
    condition     = aws_route53_record.validation[0].records == toset(["_mock.acm-validations.aws."]) && aws_route53_record.redirect_validation["www.jane.example"].records == toset(["_mock-www.acm-validations.aws."])
    error_message = "Amazon must find a proof for each name."
  }

  assert {
    condition     = strcontains(aws_cloudfront_function.folder_index.code, "const mainName = 'jane.example';") && one(aws_cloudfront_distribution.site.default_cache_behavior[0].function_association).event_type == "viewer-request"
    error_message = "The function must know the main name, and run at every page."
  }

  assert {
    condition     = aws_route53_record.issuer[0].type == "CAA" && aws_route53_record.issuer[0].records == toset(["0 issue \"amazon.com\""])
    error_message = "Who asks for it must have a CAA record."
  }
}

run "a_domain_elsewhere_has_its_records_told" {
  variables {
    domain    = "jane.example"
    redirects = ["www.jane.example"]
    dns       = "manual"
  }

  assert {
    condition = [for record in output.dns_records : "${record.name} ${record.type} ${record.value}"] == [
      "_mock.jane.example CNAME _mock.acm-validations.aws",
      "_mock.www.jane.example CNAME _mock-www.acm-validations.aws",
      "jane.example CNAME mock.cloudfront.net",
      "www.jane.example CNAME mock.cloudfront.net",
    ]
    error_message = "All records must be told, for nobody else writes them."
  }

  assert {
    condition     = length(aws_route53_record.site) + length(aws_route53_record.redirect) + length(aws_route53_record.validation) + length(aws_acm_certificate_validation.site) == 0
    error_message = "No record can be written in a zone that is elsewhere."
  }

  assert {
    condition     = output.certificate_status == "PENDING_VALIDATION" && length(aws_cloudfront_distribution.site.aliases) == 0 && aws_cloudfront_distribution.site.viewer_certificate[0].cloudfront_default_certificate && output.url == "https://mock.cloudfront.net"
    error_message = "Until the certificate is issued the site must answer to CloudFront's name."
  }
}

run "a_domain_elsewhere_is_used_as_soon_as_its_certificate_is_issued" {
  variables {
    domain    = "jane.example"
    redirects = ["www.jane.example"]
    dns       = "manual"
  }

  override_resource {
    target = aws_acm_certificate.site
    values = {
      arn    = "arn:aws:acm:us-east-1:123456789012:certificate/mock"
      status = "ISSUED"
    }
  }

  # A new name is a new certificate.
  plan_options {
    replace = [aws_acm_certificate.site[0]]
  }

  assert {
    condition     = aws_cloudfront_distribution.site.aliases == toset(["jane.example", "www.jane.example"]) && aws_cloudfront_distribution.site.viewer_certificate[0].acm_certificate_arn == "arn:aws:acm:us-east-1:123456789012:certificate/mock" && output.url == "https://jane.example"
    error_message = "The site must answer to its names."
  }
}

run "a_certificate_that_there_is_already_is_used" {
  variables {
    domain          = "jane.example"
    dns             = "manual"
    certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/own"
  }

  assert {
    condition     = length(aws_acm_certificate.site) == 0 && aws_cloudfront_distribution.site.viewer_certificate[0].acm_certificate_arn == "arn:aws:acm:us-east-1:123456789012:certificate/own" && aws_cloudfront_distribution.site.aliases == toset(["jane.example"])
    error_message = "No certificate must be made beside one's own."
  }

  assert {
    condition     = [for record in output.dns_records : "${record.name} ${record.type} ${record.value}"] == ["jane.example CNAME mock.cloudfront.net"]
    error_message = "There must be nothing to prove to Amazon."
  }
}

run "the_free_plan_finds_its_firewall" {
  command = plan

  variables {
    plan = "free"
  }

  assert {
    condition     = length(aws_wafv2_web_acl.site) == 1
    error_message = "The Free plan takes no distribution without a web ACL."
  }
}

run "a_firewall_stands_before_the_site" {
  command = plan

  variables {
    firewall = true
  }

  assert {
    condition     = aws_cloudfront_distribution.site.web_acl_id == aws_wafv2_web_acl.site[0].arn && aws_wafv2_web_acl.site[0].region == "us-east-1"
    error_message = "The distribution must use the firewall."
  }
}

run "only_an_unprotected_bucket_is_emptied_on_destroy" {
  command = plan

  variables {
    protected = true
  }

  assert {
    condition     = !aws_s3_bucket.site.force_destroy
    error_message = "What is protected must not be emptied."
  }
}

run "an_emulated_api_may_name_a_port" {
  command = plan

  variables {
    api_endpoint = "http://api.execute-api.localhost:4566"
  }

  assert {
    condition = anytrue([
      for origin in aws_cloudfront_distribution.site.origin : origin.domain_name == "api.execute-api.localhost" && try(origin.custom_origin_config[0].https_port == 4566, false)
    ])
    error_message = "The port must not be part of the origin's name."
  }
}
