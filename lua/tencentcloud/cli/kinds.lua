-- The option --kind of the commands that list codes.

local words = require "tencentcloud.cli.words"

local kinds = {}

function kinds.define(command)
  local names = {}
  for kind in pairs(words.en.kinds) do table.insert(names, kind) end
  table.sort(names)
  command:option("--kind", "Only codes of this kind, such as throttle."):choices(names):argname "<kind>"
end

return kinds
