-- How the events of a stream tell that it is whole, other than by [DONE], which few actions send. Of the actions that
-- stream, each kind has a field for it; where a stream has none, its end cannot be told from a lost connection.

local ending = {}

-- Each mark reads an event and gives true at the end, false before it, and nil where the event does not have it.

-- A model's choice is finished once it has a reason; until then the reason is null or empty.
local function reason_of(list, field)
  return function(event)
    local found, i = nil, 1
    while event:type(list, i) == "object" do
      local reason = event:get(list, i, field)
      if type(reason) == "string" and reason ~= "" then return true end
      if event:has(list, i, field) then found = false end
      i = i + 1
    end
    return found
  end
end

local function flag(...)
  local keys, count = { ... }, select("#", ...)
  local unpack = table.unpack or unpack
  return function(event)
    local value = event:get(unpack(keys, 1, count))
    if type(value) == "boolean" then return value end
  end
end

local function percent(event)
  local progress = tonumber((event:get "Progress"))
  return progress and progress >= 100
end

-- Only the last event of waf.GenerateLLMSecAnswer has the field.
local function last_index(event)
  if event:type "index" == "number" and event:type "success" == "boolean" then return event:get "end" == true end
end

local MARKS = {
  { name = "Choices[].FinishReason", read = reason_of("Choices", "FinishReason") },
  { name = "choices[].finish_reason", read = reason_of("choices", "finish_reason") },
  { name = "Data.IsFinish", read = flag("Data", "IsFinish") },
  { name = "IsEnd", read = flag "IsEnd" },
  { name = "TurnComplete", read = flag "TurnComplete" },
  { name = "Progress", read = percent },
  { name = "end", read = last_index },
}

---@class tencentcloud.EndMark
---@field name string of the field
---@field read fun(event: tencentcloud.Response): boolean? is it the last event? nil: it does not say

---What an event says of the end.
---@param event tencentcloud.Response
---@param mark tencentcloud.EndMark? that an earlier event had
---@return boolean? whole nil where it says nothing of it
---@return tencentcloud.EndMark? mark by which it says so
function ending.read(event, mark)
  if mark then return mark.read(event), mark end
  for _, known in ipairs(MARKS) do
    local whole = known.read(event)
    if whole ~= nil then return whole, known end
  end
end

return ending
