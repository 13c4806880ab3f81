-- Writes the catalog's text form, described in catalog/README.md.
-- The same facts give the same bytes, in whatever order they come.

local reader = require "catalog.reader"

local writer = {}

local function sorted_copy(list, before)
  local copy = {}
  for index, item in ipairs(list) do copy[index] = item end
  table.sort(copy, before)
  return copy
end

local function format_action(action)
  local words = { action.name }
  for _, attribute in ipairs(reader.attributes) do
    if action[attribute] then table.insert(words, attribute) end
  end
  return table.concat(words, " ")
end

-- One line for each category. '.' sorts before letters, so sorted codes come with their categories together.
local function append_codes(lines, codes)
  local open_category
  for _, code in ipairs(sorted_copy(codes)) do
    local category, detail = code:match("^([^.]+)%.?(.*)$")
    if detail == "" then detail = "-" end
    if category == open_category then
      lines[#lines] = lines[#lines] .. " " .. detail
    else
      table.insert(lines, "  " .. category .. ": " .. detail)
      open_category = category
    end
  end
end

---Gives the text of one service version.
---@param service catalog.Service
---@return string text
function writer.format(service)
  local lines = { ("# %s %s"):format(service.service, service.version) }
  local actions = sorted_copy(service.actions, function(left, right) return left.name < right.name end)
  for _, action in ipairs(actions) do
    table.insert(lines, format_action(action))
    append_codes(lines, action.codes)
  end
  return table.concat(lines, "\n") .. "\n"
end

---Gives the name of a service version's file.
---@param service catalog.Service
---@return string name
function writer.file_name(service)
  return ("%s-%s.txt"):format(service.service, service.version)
end

---Writes one service version to a file.
---@param path string
---@param service catalog.Service
---@return boolean? done
---@return string? error
function writer.write_file(path, service)
  local file, reason = io.open(path, "wb")
  if not file then return nil, reason end
  local written, write_reason = file:write(writer.format(service))
  local closed, close_reason = file:close()
  if not (written and closed) then return nil, write_reason or close_reason end
  return true
end

return writer
