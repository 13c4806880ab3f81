-- What `rules:call` takes for one call. What makes calls of its own, such as tc.pages, takes the same.

local arguments = require "tencentcloud.arguments"

return {
  attempts = arguments.whole(1),
  deadline = arguments.number(0),
  attempt_timeout = arguments.number(0.001),
  rules = arguments.type("table"),
  region = arguments.type("string"),
  account = arguments.type("string"),
  cancel = arguments.callable,
  state = arguments.type("table"),
  runtime = arguments.runtime,
  budget = arguments.methods("draw", "refund"),
}
