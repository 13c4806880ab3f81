-- The option --kind of the commands that list codes.

local vocabulary = require "tencentcloud.vocabulary"

local kinds = {}

function kinds.define(command)
  local names = {}
  for kind in pairs(vocabulary.kind) do table.insert(names, kind) end
  table.sort(names)
  command:option("--kind", "Only codes of this kind, such as throttle."):choices(names):argname "<kind>"
end

return kinds
