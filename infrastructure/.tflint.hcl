# The Terraform rules that are part of tflint itself: nothing is downloaded.
plugin "terraform" {
  enabled = true
  preset  = "all"
}
