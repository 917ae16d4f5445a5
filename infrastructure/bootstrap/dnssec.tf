# Signs zones, for those who want it. The domain is only protected when its DS record is published too; and it is unreachable
# when the zone loses its signature while that record is still there: docs/operate.md says in which order to go back.
resource "aws_kms_key" "zone" {
  for_each = var.dnssec_zone_ids

  region                   = "us-east-1" # where Route 53 looks for keys
  description              = "Signs the zone ${each.key}."
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
  deletion_window_in_days  = 7

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "ThisAccount"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${local.account}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Route53Signs"
        Effect    = "Allow"
        Principal = { Service = "dnssec-route53.amazonaws.com" }
        Action    = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
      {
        Sid       = "Route53KeepsTheKey"
        Effect    = "Allow"
        Principal = { Service = "dnssec-route53.amazonaws.com" }
        Action    = "kms:CreateGrant"
        Resource  = "*"
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" }, StringEquals = { "aws:SourceAccount" = local.account } }
      },
    ]
  })
}

resource "aws_route53_key_signing_key" "zone" {
  for_each = var.dnssec_zone_ids

  name                       = replace(var.name, "-", "_")
  hosted_zone_id             = each.key
  key_management_service_arn = aws_kms_key.zone[each.key].arn
}

resource "aws_route53_hosted_zone_dnssec" "zone" {
  for_each = var.dnssec_zone_ids

  hosted_zone_id = aws_route53_key_signing_key.zone[each.key].hosted_zone_id
}
