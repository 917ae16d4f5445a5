# The function that counts a visit.
resource "aws_lambda_function" "visitor" {
  #checkov:skip=CKV_AWS_116:A dead-letter queue serves asynchronous calls; these are synchronous.
  #checkov:skip=CKV_AWS_117:The function talks to DynamoDB alone, over its public API; a VPC would only add cost.
  #checkov:skip=CKV_AWS_173:The environment holds names of tables and hashes, no secret.
  #checkov:skip=CKV_AWS_272:The zip is built from this repository and pinned by its hash.
  function_name                  = "${var.name}-visitor"
  description                    = "Counts one visit and answers with the total."
  role                           = aws_iam_role.visitor.arn
  filename                       = "${var.dist}/lambda.zip"
  source_code_hash               = filebase64sha256("${var.dist}/lambda.zip")
  handler                        = "index.handler"
  runtime                        = "nodejs24.x"
  architectures                  = ["arm64"]
  memory_size                    = 256
  timeout                        = 3 # seconds; the store gives up after 2.5, so that who waits is answered
  reserved_concurrent_executions = var.reserved_concurrency

  environment {
    variables = {
      TABLE_NAME           = var.table_name
      SEEN_TABLE_NAME      = var.seen_table_name
      KEEP_DAYS            = tostring(var.stats_retention_days)
      ORIGIN_SECRET_HASHES = join(",", local.origin_secret_hashes)
    }
  }

  logging_config {
    log_format            = "JSON"
    application_log_level = "INFO"
    system_log_level      = "WARN"
    log_group             = aws_cloudwatch_log_group.visitor.name
  }

  tracing_config {
    mode = "PassThrough"
  }

  # Without its rights the first visits would fail.
  depends_on = [aws_iam_role_policy.visitor]
}

resource "aws_cloudwatch_log_group" "visitor" {
  #checkov:skip=CKV_AWS_158:The log holds no personal data, and AWS's own key encrypts it.
  #checkov:skip=CKV_AWS_338:What is not needed is not kept: a month is enough to find a fault.
  name              = "/aws/lambda/${var.name}-visitor"
  retention_in_days = var.log_retention_days
}

# What the function may do: read and raise counts, one item at a time, and write its own log.
resource "aws_iam_role" "visitor" {
  name                 = "${var.name}-visitor"
  permissions_boundary = var.permissions_boundary == "" ? null : "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/${var.permissions_boundary}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "visitor" {
  name = "visitor"
  role = aws_iam_role.visitor.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:UpdateItem"]
        Resource = [var.table_arn, var.seen_table_arn]
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.visitor.arn}:*"
      },
    ]
  })
}

data "aws_caller_identity" "current" {}
