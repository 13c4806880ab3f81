-- What the API's lists say of an action beside its codes: where it is, and whether it is to be used any more; and how
-- what none has any more is marked.

local listing = {}

---The properties as members for cli.json.
---@param action tencentcloud.Action
---@return any[][]
function listing.members(action)
  local json = require "tencentcloud.cli.json"
  return {
    { "sites", action.sites and json.array(action.sites) }, { "status", action.status }, { "retired", action.retired },
  }
end

---The sites in one word for a table.
---@param action tencentcloud.Action
---@return string
function listing.sites(action)
  return #action.sites == 1 and action.sites[1] or "both"
end

---The code in a table: one that is retired is marked so.
---@param code tencentcloud.ErrorCode
---@param texts table of cli.words
---@return string
function listing.code(code, texts)
  return code.code .. (code.retired and texts.retired_mark or "")
end

---Sentences on what is particular: one site alone, deprecated or offline, retired. None for most actions.
---@param action tencentcloud.Action
---@param texts table of cli.words
---@return string[]
function listing.sentences(action, texts)
  local name, sentences = action.service .. "." .. action.name, {}
  local state = action.retired and "retired" or action.status
  if texts.states[state] then table.insert(sentences, texts.states[state]:format(name)) end
  if not action.retired and action.sites and #action.sites == 1 then
    table.insert(sentences, texts.states[action.sites[1]]:format(name))
  end
  return sentences
end

return listing
