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
