# The alarms watch API and distribution and tell the topics. The mocks stand in for all of them in a plan before they are there,
# and when they are destroyed already or were never made; nothing is ever applied with them.
dependency "api" {
  config_path = "../api_gateway-lambda"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan", "destroy"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    api_id        = "mock-api"
    function_name = "mock-function"
  }
}

dependency "dynamodb" {
  config_path = "../dynamodb"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan", "destroy"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    table_name = "mock-table"
  }
}

dependency "site" {
  config_path = "../s3-cloudfront"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan", "destroy"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    distribution_id = "mock-distribution"
  }
}

dependency "sns" {
  config_path = "../sns"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan", "destroy"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    topic_arn      = "arn:aws:sns:us-east-1:000000000000:mock-topic"
    edge_topic_arn = "arn:aws:sns:us-east-1:000000000000:mock-topic"
  }
}

inputs = {
  api_id          = dependency.api.outputs.api_id
  function_name   = dependency.api.outputs.function_name
  table_name      = dependency.dynamodb.outputs.table_name
  distribution_id = dependency.site.outputs.distribution_id
  topic_arn       = dependency.sns.outputs.topic_arn
  edge_topic_arn  = dependency.sns.outputs.edge_topic_arn
}
