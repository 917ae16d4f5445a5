# The response headers, from the same data that the local edge sends.
locals {
  headers = jsondecode(file("${var.dist}/manifest.json")).headers

  csp      = lookup(local.headers, "content-security-policy", "")
  referrer = lookup(local.headers, "referrer-policy", "")
  frame    = lookup(local.headers, "x-frame-options", "")
  hsts     = lower(lookup(local.headers, "strict-transport-security", ""))

  # CloudFront has a setting of its own for each of these, and takes them nowhere else.
  own_setting = ["content-security-policy", "referrer-policy", "x-frame-options", "x-content-type-options", "strict-transport-security"]
}

resource "aws_cloudfront_response_headers_policy" "site" {
  #checkov:skip=CKV_AWS_259:The header is read from the build, which checkov cannot; a test asserts its two years. Sibling domains decide for themselves.
  name    = "${var.name}-headers"
  comment = "The headers of dist/manifest.json."

  security_headers_config {
    content_security_policy {
      content_security_policy = local.csp
      override                = true
    }

    content_type_options {
      override = true
    }

    frame_options {
      frame_option = upper(local.frame)
      override     = true
    }

    referrer_policy {
      referrer_policy = local.referrer
      override        = true
    }

    strict_transport_security {
      access_control_max_age_sec = try(tonumber(regex("max-age=([0-9]+)", local.hsts)[0]), null)
      include_subdomains         = strcontains(local.hsts, "includesubdomains")
      preload                    = strcontains(local.hsts, "preload")
      override                   = true
    }
  }

  custom_headers_config {
    dynamic "items" {
      for_each = { for name, value in local.headers : name => value if !contains(local.own_setting, name) }

      content {
        header   = items.key
        value    = items.value
        override = true
      }
    }
  }

  remove_headers_config {
    items {
      header = "server"
    }
  }

  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = alltrue([for name in local.own_setting : lookup(local.headers, name, "") != ""])
      error_message = "dist/manifest.json lacks one of the headers ${join(", ", local.own_setting)}: run `npm run build` again."
    }

    # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
    precondition {
      condition     = length(local.csp) <= 1783
      error_message = "The content-security-policy has ${length(local.csp)} characters, and CloudFront takes 1783: put fewer hashes into it."
    }

    precondition {
      condition     = can(regex("(^|;)\\s*connect-src [^;]*'self'", local.csp))
      error_message = "The content-security-policy has no connect-src 'self', so the page could not call /visitor: add it to the site's headers."
    }
  }
}
