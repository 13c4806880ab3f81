-- Recorded answers: a file of JSON objects, one a line. What is wrong with one is told with its line.

local cjson = require "cjson"

local records = {}

---@class tencentcloud.cli.Records
---@field list tencentcloud.Recording[]
---@field lines integer[] the line of each

---Reads the records of a text; empty lines do not count.
---@param text string
---@return tencentcloud.cli.Records?
---@return string? problem
function records.read(text)
  local read, number = { list = {}, lines = {} }, 0
  for line in (text:gsub("^\239\187\191", "") .. "\n"):gmatch "(.-)\r?\n" do
    number = number + 1
    if line:find "%S" then
      local ok, record = pcall(cjson.decode, line)
      if not ok or type(record) ~= "table" or #record > 0 then
        return nil, ("line %d is not a JSON object%s"):format(number, ok and "" or ": " .. tostring(record))
      end
      for key, value in pairs(record) do
        if value == cjson.null then record[key] = nil end
      end
      table.insert(read.list, record)
      table.insert(read.lines, number)
    end
  end
  return read
end

---What rules:replay raised, with the line of the record that it was about.
---@param read tencentcloud.cli.Records
---@param problem any
---@param done integer records that were replayed before
---@return string
function records.explain(read, problem, done)
  local text = tostring(problem)
  text = text:match "bad argument #%d+ to '[%w_]+' %((.*)%)$" or text
  local position = tonumber(text:match "^answer (%d+): " or text:match "^record (%d+): ") or done + 1
  local line = read.lines[position]
  return line and ("line %d: %s"):format(line, text) or text
end

return records
