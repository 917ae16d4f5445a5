# What the roles of github.tf may do, as a table of rights for each environment: `read` and `write` what, `on` what, and
# `only_if`. Resources are named by their prefix, so that no role reaches another environment or another project of the
# account. What gets its name from AWS is bounded by its tags. What has neither, the access controls and policies of CloudFront,
# is bounded by its kind alone: docs/operate.md says what that leaves open.
locals {
  rights = { for environment in var.environments : environment => [
    {
      read = ["dynamodb:Describe*", "dynamodb:ListTagsOfResource"]
      write = [
        "dynamodb:CreateTable", "dynamodb:UpdateTable", "dynamodb:DeleteTable", "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateTimeToLive", "dynamodb:TagResource", "dynamodb:UntagResource",
      ]
      on = ["arn:aws:dynamodb:*:${local.account}:table/${var.name}-${environment}-*"]
    },
    {
      read = ["lambda:Get*", "lambda:List*"]
      write = [
        "lambda:CreateFunction", "lambda:UpdateFunction*", "lambda:DeleteFunction*", "lambda:PutFunctionConcurrency",
        "lambda:AddPermission", "lambda:RemovePermission", "lambda:TagResource", "lambda:UntagResource",
      ]
      on = ["arn:aws:lambda:*:${local.account}:function:${var.name}-${environment}-*"]
    },
    {
      read  = ["iam:Get*", "iam:List*"]
      write = ["iam:DeleteRole", "iam:UpdateRole", "iam:UpdateAssumeRolePolicy", "iam:TagRole", "iam:UntagRole"]
      on    = ["arn:aws:iam::${local.account}:role/${var.name}-${environment}-*"]
    },
    {
      # A role without the boundary could be given every right of the account.
      read    = []
      write   = ["iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:PutRolePermissionsBoundary"]
      on      = ["arn:aws:iam::${local.account}:role/${var.name}-${environment}-*"]
      only_if = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::${local.account}:policy/${var.name}-boundary-${environment}" } }
    },
    {
      read    = []
      write   = ["iam:PassRole"]
      on      = ["arn:aws:iam::${local.account}:role/${var.name}-${environment}-*"]
      only_if = { StringEquals = { "iam:PassedToService" = ["lambda.amazonaws.com", "events.amazonaws.com"] } }
    },
    {
      # With the first API of an account, and with its first webhook, AWS makes a role for itself.
      read    = []
      write   = ["iam:CreateServiceLinkedRole"]
      on      = [for service in local.linked_services : "arn:aws:iam::${local.account}:role/aws-service-role/${service}/*"]
      only_if = { StringEquals = { "iam:AWSServiceName" = local.linked_services } }
    },
    {
      read  = ["apigateway:GET"]
      write = ["apigateway:POST", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"]
      on    = ["arn:aws:apigateway:*::/apis", "arn:aws:apigateway:*::/apis/*", "arn:aws:apigateway:*::/tags/*"]
    },
    {
      # AWS's reference lists neither, and asks for them when a stage has tags.
      read  = []
      write = ["apigateway:TagResource", "apigateway:UntagResource"]
      on    = ["arn:aws:apigateway:*::/apis/*/stages", "arn:aws:apigateway:*::/apis/*/stages/*"]
    },
    {
      read = ["logs:ListTagsForResource"]
      write = [
        "logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:DeleteRetentionPolicy",
        "logs:TagResource", "logs:UntagResource",
      ]
      on = [for kind in ["lambda", "vendedlogs"] : "arn:aws:logs:*:${local.account}:log-group:/aws/${kind}/${var.name}-${environment}-*"]
    },
    {
      # An API's access log is set up with these; AWS bounds them by no resource.
      read  = ["logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:ListLogDeliveries", "logs:GetLogDelivery"]
      write = ["logs:CreateLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:PutResourcePolicy"]
      on    = ["*"]
    },
    {
      read  = ["s3:Get*", "s3:List*"]
      write = ["s3:CreateBucket", "s3:DeleteBucket*", "s3:DeleteObject*", "s3:Put*", "s3:TagResource", "s3:UntagResource"]
      on    = ["arn:aws:s3:::${var.name}-${environment}-*"]
    },
    {
      read    = ["cloudfront:Get*", "cloudfront:ListTagsForResource"]
      write   = ["cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution", "cloudfront:UntagResource", "cloudfront:CreateInvalidation"]
      on      = ["arn:aws:cloudfront::${local.account}:distribution/*"]
      only_if = { StringEquals = local.resource_tags[environment] }
    },
    {
      # What is to be made has no name yet that AWS could compare: only its tags bound it.
      read  = []
      write = ["cloudfront:CreateDistribution", "cloudfront:TagResource"]
      on    = ["*"]
      only_if = {
        StringEquals         = { for tag, value in local.resource_tags[environment] : replace(tag, "Resource", "Request") => value }
        StringEqualsIfExists = local.resource_tags[environment]
      }
    },
    {
      read  = ["cloudfront:GetFunction", "cloudfront:DescribeFunction"]
      write = ["cloudfront:UpdateFunction", "cloudfront:PublishFunction", "cloudfront:DeleteFunction"]
      on    = ["arn:aws:cloudfront::${local.account}:function/${var.name}-${environment}-*"]
    },
    {
      read = ["cloudfront:GetOriginAccessControl", "cloudfront:GetOriginRequestPolicy", "cloudfront:GetResponseHeadersPolicy"]
      write = [
        "cloudfront:UpdateOriginAccessControl", "cloudfront:DeleteOriginAccessControl",
        "cloudfront:UpdateOriginRequestPolicy", "cloudfront:DeleteOriginRequestPolicy",
        "cloudfront:UpdateResponseHeadersPolicy", "cloudfront:DeleteResponseHeadersPolicy",
      ]
      on = [for kind in ["origin-access-control", "origin-request-policy", "response-headers-policy"] : "arn:aws:cloudfront::${local.account}:${kind}/*"]
    },
    {
      # AWS bounds these by no resource.
      read = ["sns:GetSubscriptionAttributes"]
      write = [
        "cloudfront:CreateFunction", "cloudfront:CreateOriginAccessControl", "cloudfront:CreateOriginRequestPolicy",
        "cloudfront:CreateResponseHeadersPolicy", "sns:Unsubscribe",
      ]
      on = ["*"]
    },
    {
      read  = ["sns:Get*", "sns:List*"]
      write = ["sns:CreateTopic", "sns:DeleteTopic", "sns:SetTopicAttributes", "sns:Subscribe", "sns:TagResource", "sns:UntagResource"]
      on    = ["arn:aws:sns:*:${local.account}:${var.name}-${environment}-*"]
    },
    {
      read  = ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"]
      write = ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:TagResource", "cloudwatch:UntagResource"]
      on    = ["arn:aws:cloudwatch:*:${local.account}:alarm:${var.name}-${environment}-*"]
    },
    {
      read  = ["cloudwatch:GetDashboard"]
      write = ["cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards"]
      on    = ["arn:aws:cloudwatch::${local.account}:dashboard/${var.name}-${environment}-*"]
    },
    {
      # The optional webhook: rule, destination and the connection whose key EventBridge keeps as a secret of its own.
      read = ["events:Describe*", "events:List*"]
      write = [
        "events:PutRule", "events:DeleteRule", "events:PutTargets", "events:RemoveTargets", "events:TagResource", "events:UntagResource",
        "events:CreateApiDestination", "events:UpdateApiDestination", "events:DeleteApiDestination",
        "events:CreateConnection", "events:UpdateConnection", "events:DeleteConnection",
      ]
      on = [for kind in ["rule", "api-destination", "connection"] : "arn:aws:events:*:${local.account}:${kind}/${var.name}-${environment}-*"]
    },
    {
      read  = []
      write = ["secretsmanager:CreateSecret", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret", "secretsmanager:DeleteSecret", "secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
      on    = ["arn:aws:secretsmanager:*:${local.account}:secret:events!connection/${var.name}-${environment}-*"]
    },
    {
      # The optional firewall.
      read  = ["wafv2:GetWebACL", "wafv2:ListTagsForResource"]
      write = ["wafv2:CreateWebACL", "wafv2:UpdateWebACL", "wafv2:DeleteWebACL", "wafv2:TagResource", "wafv2:UntagResource"]
      on = [
        "arn:aws:wafv2:us-east-1:${local.account}:global/webacl/${var.name}-${environment}-*/*",
        "arn:aws:wafv2:us-east-1:${local.account}:global/managedruleset/*/*",
      ]
    },
  ] }

  # With a domain of one's own: its certificate, and in Route 53 its records, by their names and kinds.
  domain_rights = { for environment in var.environments : environment => concat(
    [for domain in [lookup(var.domains, environment, null)] : {
      read  = ["acm:DescribeCertificate", "acm:ListTagsForCertificate"]
      write = ["acm:DeleteCertificate", "acm:AddTagsToCertificate", "acm:RemoveTagsFromCertificate"]
      on    = ["arn:aws:acm:us-east-1:${local.account}:certificate/*"]
    } if domain != null],
    [for domain in [lookup(var.domains, environment, null)] : {
      read  = ["route53:GetChange"]
      write = ["acm:RequestCertificate"]
      on    = ["*"]
    } if domain != null],
    [for domain in [lookup(var.domains, environment, null)] : {
      read  = ["route53:GetHostedZone", "route53:ListResourceRecordSets"]
      write = ["route53:ChangeResourceRecordSets"]
      on    = ["arn:aws:route53:::hostedzone/${domain.hosted_zone_id}"]
      only_if = {
        "ForAllValues:StringLike" = {
          "route53:ChangeResourceRecordSetsNormalizedRecordNames" = flatten([for name in domain.names : [name, "_*.${name}"]])
        }
        "ForAllValues:StringEquals" = {
          "route53:ChangeResourceRecordSetsRecordTypes" = ["A", "AAAA", "HTTPS", "CNAME", "CAA"]
        }
      }
    } if try(domain.hosted_zone_id, "") != ""],
  ) }

  # AWS names APIs and certificates itself, so what carries the tag of another environment or project is refused by that.
  foreign = { for environment in var.environments : environment => [for tag, value in local.resource_tags[environment] : {
    Effect = "Deny"
    Action = [
      "apigateway:POST", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE",
      "acm:DeleteCertificate", "acm:AddTagsToCertificate", "acm:RemoveTagsFromCertificate",
    ]
    Resource = ["*"]
    Condition = {
      Null            = { (tag) = "false" }
      StringNotEquals = { (tag) = value }
    }
  }] }

  # https://docs.aws.amazon.com/eventbridge/latest/userguide/using-service-linked-roles-service-action-1.html has the second.
  linked_services = ["ops.apigateway.amazonaws.com", "apidestinations.events.amazonaws.com"]

  resource_tags = { for environment in var.environments : environment => {
    "aws:ResourceTag/project"     = var.name
    "aws:ResourceTag/environment" = environment
  } }

  state_arn = "arn:aws:s3:::${local.state_bucket}"

  # All rights of an environment, each of a shape.
  all_rights = { for environment, rights in local.rights : environment => [
    for right in concat(rights, local.domain_rights[environment]) : merge({ only_if = null }, right)
  ] }

  # The statements of the roles' policies. A role takes 10,240 characters, so what can stand in one statement does.
  read = concat(
    [
      { Effect = "Allow", Action = ["s3:ListBucket"], Resource = [local.state_arn] },
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = [for environment in var.environments : "${local.state_arn}/${environment}/*"] },
    ],
    [for action in distinct([for right in flatten(values(local.all_rights)) : jsonencode(right.read) if length(right.read) > 0]) : {
      Effect   = "Allow"
      Action   = jsondecode(action)
      Resource = distinct(flatten([for right in flatten(values(local.all_rights)) : right.on if jsonencode(right.read) == action]))
    }],
  )

  apply = { for environment, rights in local.all_rights : environment => concat(
    [
      { Effect = "Allow", Action = ["s3:ListBucket"], Resource = [local.state_arn] },
      { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource = ["${local.state_arn}/${environment}/*"] },
    ],
    [for right in rights : { Effect = "Allow", Action = concat(right.read, right.write), Resource = right.on } if right.only_if == null],
    [for right in rights : { Effect = "Allow", Action = right.read, Resource = right.on } if right.only_if != null && length(right.read) > 0],
    [for right in rights : { Effect = "Allow", Action = right.write, Resource = right.on, Condition = right.only_if } if right.only_if != null],
    local.foreign[environment],
  ) }

  # The site's files, and what tells where they go: the unit's outputs in the state.
  publish = { for environment in var.environments : environment => [
    { Effect = "Allow", Action = ["s3:ListBucket"], Resource = [local.state_arn, "arn:aws:s3:::${var.name}-${environment}-site-${local.account}"] },
    { Effect = "Allow", Action = ["s3:GetObject"], Resource = ["${local.state_arn}/${environment}/*"] },
    {
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      Resource = ["arn:aws:s3:::${var.name}-${environment}-site-${local.account}/*"]
    },
    {
      Effect    = "Allow"
      Action    = ["cloudfront:CreateInvalidation", "cloudfront:GetDistributionConfig", "cloudfront:GetInvalidation"]
      Resource  = ["arn:aws:cloudfront::${local.account}:distribution/*"]
      Condition = { StringEquals = local.resource_tags[environment] }
    },
    {
      # Whether the site's policy lets the page's script run is looked up before the page is published.
      Effect   = "Allow"
      Action   = ["cloudfront:GetResponseHeadersPolicy"]
      Resource = ["arn:aws:cloudfront::${local.account}:response-headers-policy/*"]
    },
  ] }
}
