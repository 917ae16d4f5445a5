mock_provider "aws" {}

variables {
  name          = "cloud-resume-test"
  dist          = "tests/built"
  api_endpoint  = "https://api.execute-api.us-east-1.amazonaws.com"
  origin_secret = "secret"
}

run "a_missing_build_is_refused" {
  command = plan

  variables {
    dist = "tests/not-built"
  }

  expect_failures = [var.dist]
}

run "headers_that_would_stop_the_counter_are_refused" {
  command = plan

  variables {
    dist = "tests/built-without-connect"
  }

  expect_failures = [aws_cloudfront_response_headers_policy.site]
}

run "a_domain_without_its_zone_is_refused" {
  command = plan

  variables {
    domain = "jane.example"
  }

  expect_failures = [var.hosted_zone_id]
}

run "an_address_for_a_domain_is_refused" {
  command = plan

  variables {
    domain         = "https://jane.example/"
    hosted_zone_id = "Z0123456789ABCDEFGHIJ"
  }

  expect_failures = [var.domain]
}

run "a_domain_for_a_zone_id_is_refused" {
  command = plan

  variables {
    domain         = "jane.example"
    hosted_zone_id = "jane.example"
  }

  expect_failures = [var.hosted_zone_id]
}

run "an_api_address_with_a_path_is_refused" {
  command = plan

  variables {
    api_endpoint = "https://api.execute-api.us-east-1.amazonaws.com/visitor"
  }

  expect_failures = [var.api_endpoint]
}

run "a_zone_beside_a_domain_elsewhere_is_refused" {
  command = plan

  variables {
    domain         = "jane.example"
    dns            = "manual"
    hosted_zone_id = "Z0123456789ABCDEFGHIJ"
  }

  expect_failures = [var.hosted_zone_id]
}

run "the_main_name_cannot_lead_to_itself" {
  command = plan

  variables {
    domain         = "jane.example"
    redirects      = ["jane.example"]
    hosted_zone_id = "Z0123456789ABCDEFGHIJ"
  }

  expect_failures = [var.redirects]
}

run "a_certificate_of_another_region_is_refused" {
  command = plan

  variables {
    domain          = "jane.example"
    dns             = "manual"
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/own"
  }

  expect_failures = [var.certificate_arn]
}

run "a_plan_that_is_none_is_refused" {
  command = plan

  variables {
    plan = "gold"
    dns  = "cloudflare"
  }

  expect_failures = [var.plan, var.dns]
}
