# The function needs the tables. The mocks stand in for them in a plan before they are there, and when they are destroyed
# already or were never made; nothing is ever applied with them.
dependency "dynamodb" {
  config_path = "../dynamodb"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan", "destroy"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    table_name      = "mock-table"
    table_arn       = "arn:aws:dynamodb:us-east-1:000000000000:table/mock-table"
    seen_table_name = "mock-seen-table"
    seen_table_arn  = "arn:aws:dynamodb:us-east-1:000000000000:table/mock-seen-table"
  }
}

inputs = {
  table_name      = dependency.dynamodb.outputs.table_name
  table_arn       = dependency.dynamodb.outputs.table_arn
  seen_table_name = dependency.dynamodb.outputs.seen_table_name
  seen_table_arn  = dependency.dynamodb.outputs.seen_table_arn
}
