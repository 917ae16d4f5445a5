# An optional firewall before everything: too many requests from one address, known attackers, known attacks. The flat-rate Free
# plan wants one and includes it.
locals {
  managed_rules = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet"]
}

resource "aws_wafv2_web_acl" "site" {
  #checkov:skip=CKV2_AWS_31:Its logs would hold the visitors' addresses; metrics are enough.
  count = var.firewall || var.plan == "free" ? 1 : 0

  region = "us-east-1" # where CloudFront looks for firewalls
  name   = "${var.name}-site"
  scope  = "CLOUDFRONT"

  default_action {
    allow {}
  }

  rule {
    name     = "too-many-requests"
    priority = 0

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit              = 500
        aggregate_key_type = "IP"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-too-many-requests"
      sampled_requests_enabled   = false
    }
  }

  dynamic "rule" {
    for_each = local.managed_rules

    content {
      name     = rule.value
      priority = rule.key + 1

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.value
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-${rule.value}"
        sampled_requests_enabled   = false
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "${var.name}-site"
    sampled_requests_enabled   = false
  }

  # AWS refuses to delete what the distribution still uses: this has it let go first.
  lifecycle {
    create_before_destroy = true
  }
}
