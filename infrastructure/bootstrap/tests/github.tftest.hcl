mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::cloud-resume-state-123456789012" }
  }
}

variables {
  protected            = false
  github_repository    = "jane/cloud-resume"
  github_owner_id      = 1
  github_repository_id = 2
}

run "each_role_trusts_exactly_its_runs" {
  assert {
    condition = { for name, role in aws_iam_role.github : name => jsondecode(role.assume_role_policy).Statement[0].Condition } == {
      plan = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub" = [
          "repo:jane/cloud-resume:pull_request",
          "repo:jane/cloud-resume:ref:refs/heads/main",
          "repo:jane@1/cloud-resume@2:pull_request",
          "repo:jane@1/cloud-resume@2:ref:refs/heads/main",
        ]
      } }
      apply-dev = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:dev", "repo:jane@1/cloud-resume@2:environment:dev"]
      } }
      apply-prod = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:prod", "repo:jane@1/cloud-resume@2:environment:prod"]
      } }
      site-dev = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:dev", "repo:jane@1/cloud-resume@2:environment:dev"]
      } }
      site-prod = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:prod", "repo:jane@1/cloud-resume@2:environment:prod"]
      } }
    }
    error_message = "A role must trust the two names that GitHub has for its runs, in this repository, and nothing else."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.github : !can(regex("[*?]|StringLike|ForAllValues", role.assume_role_policy))])
    error_message = "A wildcard would let in other branches or other people's repositories."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.github : jsondecode(role.assume_role_policy).Statement[0].Principal.Federated == "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"])
    error_message = "Only GitHub may vouch for a run."
  }
}

run "nobody_s_pipeline_is_trusted_by_default" {
  command = plan

  variables {
    github_repository = ""
  }

  assert {
    condition     = length(aws_iam_role.github) == 0 && length(aws_iam_openid_connect_provider.github) == 0
    error_message = "Without a repository there must be no role for one."
  }
}

run "a_role_for_one_environment_reaches_no_other" {
  command = plan

  assert {
    condition     = alltrue([for name in ["apply-dev", "site-dev"] : !strcontains(aws_iam_role_policy.github[name].policy, "prod")])
    error_message = "The roles for dev must not name anything of prod."
  }

  assert {
    condition = alltrue(flatten([for name in ["apply-dev", "site-dev"] : [
      for statement in jsondecode(aws_iam_role_policy.github[name].policy).Statement : statement.Effect == "Deny" ? [] : [
        for resource in statement.Resource : anytrue([
          strcontains(resource, "cloud-resume-dev-"),
          resource == "arn:aws:s3:::cloud-resume-state-123456789012",
          startswith(resource, "arn:aws:s3:::cloud-resume-state-123456789012/dev/"),
          # What AWS names itself, and what it bounds by nothing.
          startswith(resource, "arn:aws:apigateway:"),
          startswith(resource, "arn:aws:cloudfront::123456789012:"),
          startswith(resource, "arn:aws:wafv2:us-east-1:123456789012:global/managedruleset/"),
          startswith(resource, "arn:aws:iam::123456789012:role/aws-service-role/ops.apigateway.amazonaws.com/"),
          startswith(resource, "arn:aws:iam::123456789012:role/aws-service-role/apidestinations.events.amazonaws.com/"),
          resource == "*",
        ])
      ]
    ]]))
    error_message = "Every resource must be bounded by the environment's prefix, or be one of the kinds that AWS names itself."
  }

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement : statement.Action if statement.Effect == "Allow" && contains(statement.Resource, "*")])) == toset([
      "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:ListLogDeliveries", "logs:GetLogDelivery",
      "logs:CreateLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:PutResourcePolicy",
      "sns:GetSubscriptionAttributes", "sns:Unsubscribe", "cloudfront:CreateFunction", "cloudfront:CreateOriginAccessControl",
      "cloudfront:CreateOriginRequestPolicy", "cloudfront:CreateResponseHeadersPolicy", "cloudfront:CreateDistribution", "cloudfront:TagResource",
    ])
    error_message = "Only actions that AWS bounds by no resource may be granted on all."
  }
}

run "a_stage_may_be_tagged" {
  command = plan

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement : statement.Resource if contains(statement.Action, "apigateway:TagResource") && contains(statement.Action, "apigateway:UntagResource")] == [
      ["arn:aws:apigateway:*::/apis/*/stages", "arn:aws:apigateway:*::/apis/*/stages/*"],
    ]
    error_message = "AWS asks for apigateway:TagResource when a stage is made with tags, though its reference does not list it."
  }
}

run "what_carries_the_tag_of_another_environment_is_refused" {
  command = plan

  assert {
    condition = toset([for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement : statement.Condition if statement.Effect == "Deny"]) == toset([
      { Null = { "aws:ResourceTag/project" = "false" }, StringNotEquals = { "aws:ResourceTag/project" = "cloud-resume" } },
      { Null = { "aws:ResourceTag/environment" = "false" }, StringNotEquals = { "aws:ResourceTag/environment" = "dev" } },
    ])
    error_message = "APIs and certificates of other environments and projects must be refused by their tags."
  }
}

run "distributions_of_others_stay_untouched" {
  command = plan

  assert {
    condition = alltrue(flatten([for name in ["apply-dev", "site-dev"] : [
      for statement in jsondecode(aws_iam_role_policy.github[name].policy).Statement :
      try(statement.Condition.StringEquals["aws:ResourceTag/project"] == "cloud-resume" && statement.Condition.StringEquals["aws:ResourceTag/environment"] == "dev", false)
      if length(setintersection(statement.Action, ["cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution", "cloudfront:CreateInvalidation"])) > 0
    ]]))
    error_message = "Only distributions that carry the environment's tags may be changed."
  }
}

run "nobody_raises_their_own_rights" {
  command = plan

  assert {
    condition = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement : [
      for action in statement.Action : statement.Resource == ["arn:aws:iam::123456789012:role/cloud-resume-dev-*"] if startswith(action, "iam:") && action != "iam:CreateServiceLinkedRole"
    ]]))
    error_message = "The apply role must reach the functions' roles alone: not itself, not the boundary, not GitHub's provider."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement :
      try(statement.Condition.StringEquals["iam:PermissionsBoundary"] == "arn:aws:iam::123456789012:policy/cloud-resume-boundary-dev", false)
      if length(setintersection(statement.Action, ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePermissionsBoundary"])) > 0
    ])
    error_message = "A role must be made and given rights under the boundary alone."
  }

  assert {
    condition     = !can(regex("iam:(DeleteRolePermissionsBoundary|\\*)", aws_iam_role_policy.github["apply-dev"].policy))
    error_message = "Nobody may take the boundary off a role."
  }

  assert {
    condition     = alltrue([for name, policy in aws_iam_role_policy.github : length(policy.policy) <= 10240])
    error_message = "AWS takes 10240 characters of policies per role: ${jsonencode({ for name, policy in aws_iam_role_policy.github : name => length(policy.policy) })}."
  }
}

run "the_plan_role_writes_nothing" {
  command = plan

  assert {
    condition = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.github["plan"].policy).Statement : [
      for action in statement.Action : can(regex("^[a-z0-9]+:(Get|List|Describe)|^apigateway:GET$", action))
    ]]))
    error_message = "A pull request must not be able to change anything."
  }
}

run "the_site_role_replaces_files_and_no_more" {
  command = plan

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.github["site-dev"].policy).Statement : statement.Action])) == toset([
      "s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "cloudfront:CreateInvalidation", "cloudfront:GetInvalidation",
      "cloudfront:GetDistributionConfig", "cloudfront:GetResponseHeadersPolicy",
    ])
    error_message = "The site role must upload, look up the site's policy and invalidate, no more."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.github["site-dev"].policy).Statement :
      statement.Resource == ["arn:aws:s3:::cloud-resume-dev-site-123456789012/*"]
      if contains(statement.Action, "s3:PutObject")
    ])
    error_message = "The site role must write to the site's bucket alone."
  }
}

run "an_account_s_own_provider_is_used" {
  command = plan

  variables {
    github_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0
    error_message = "An account has one provider for GitHub: a second cannot be made."
  }
}

run "a_domain_s_records_may_be_written_by_its_environment_alone" {
  command = plan

  variables {
    domains = { prod = { names = ["jane.example", "www.jane.example"], hosted_zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.github["apply-prod"].policy).Statement : [statement.Resource, statement.Condition] if contains(statement.Action, "route53:ChangeResourceRecordSets")] == [[
      ["arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"],
      {
        "ForAllValues:StringLike"   = { "route53:ChangeResourceRecordSetsNormalizedRecordNames" = ["jane.example", "_*.jane.example", "www.jane.example", "_*.www.jane.example"] }
        "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = ["A", "AAAA", "HTTPS", "CNAME", "CAA"] }
      },
    ]]
    error_message = "Records may be written in the given zone alone, and neither its mail nor other names may be touched."
  }

  assert {
    condition     = !can(regex("route53:|acm:Request", aws_iam_role_policy.github["apply-dev"].policy))
    error_message = "An environment without a domain must reach no zone."
  }

  assert {
    condition     = alltrue([for name, policy in aws_iam_role_policy.github : length(policy.policy) <= 10240])
    error_message = "AWS takes 10240 characters of policies per role: ${jsonencode({ for name, policy in aws_iam_role_policy.github : name => length(policy.policy) })}."
  }
}

run "three_environments_with_the_longest_names_fit" {
  command = plan

  variables {
    name         = "cloud-resume-of-jane"
    environments = ["developer", "staging12", "productio"]
    domains = { for name in ["developer", "staging12", "productio"] : name => {
      names          = ["${name}.jane-longname.example", "www.${name}.jane-longname.example"]
      hosted_zone_id = "Z0123456789ABCDEFGHIJ"
    } }
  }

  assert {
    condition     = alltrue([for name, policy in aws_iam_role_policy.github : length(policy.policy) <= 10240])
    error_message = "AWS takes 10240 characters of policies per role: ${jsonencode({ for name, policy in aws_iam_role_policy.github : name => length(policy.policy) })}."
  }
}

run "a_domain_elsewhere_needs_no_zone" {
  command = plan

  variables {
    domains = { dev = { names = ["jane.example"], hosted_zone_id = "" } }
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.github["apply-dev"].policy, "acm:RequestCertificate") && !strcontains(aws_iam_role_policy.github["apply-dev"].policy, "route53:Change")
    error_message = "A certificate may be asked for, and no record may be written."
  }
}

run "a_domain_of_no_environment_is_refused" {
  command = plan

  variables {
    domains = { trial = { names = ["jane.example"], hosted_zone_id = "" } }
  }

  expect_failures = [var.domains]
}

run "a_wildcard_for_a_repository_is_refused" {
  command = plan

  variables {
    github_repository = "jane/*"
  }

  expect_failures = [var.github_repository]
}

run "a_repository_without_its_numbers_is_refused" {
  command = plan

  variables {
    github_owner_id      = 0
    github_repository_id = 0
  }

  expect_failures = [var.github_owner_id, var.github_repository_id]
}
