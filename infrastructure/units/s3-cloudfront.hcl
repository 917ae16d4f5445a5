# The distribution passes /visitor on to the API. The mocks stand in for it in a plan before the API is there, and when it is
# destroyed already or was never made; nothing is ever applied with them.
dependency "api" {
  config_path = "../api_gateway-lambda"

  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan", "destroy"]
  mock_outputs_merge_strategy_with_state  = "shallow"
  mock_outputs = {
    api_endpoint  = "https://mock-api.execute-api.us-east-1.amazonaws.com"
    origin_secret = "mock-origin-secret"
  }
}

inputs = {
  api_endpoint  = dependency.api.outputs.api_endpoint
  origin_secret = dependency.api.outputs.origin_secret
}
