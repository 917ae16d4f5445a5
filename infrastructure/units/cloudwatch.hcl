# The alarm watches the function and tells the topic. The mocks stand in for both in a plan before they are there, and nowhere else.
dependency "api" {
  config_path = "../api_gateway-lambda"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    api_id        = "mock-api"
    function_name = "mock-function"
  }
}

dependency "dynamodb" {
  config_path = "../dynamodb"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    table_name = "mock-table"
  }
}

dependency "sns" {
  config_path = "../sns"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    topic_arn = "arn:aws:sns:us-east-1:000000000000:mock-topic"
  }
}

inputs = {
  api_id        = dependency.api.outputs.api_id
  function_name = dependency.api.outputs.function_name
  table_name    = dependency.dynamodb.outputs.table_name
  topic_arn     = dependency.sns.outputs.topic_arn
}
