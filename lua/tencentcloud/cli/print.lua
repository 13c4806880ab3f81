-- What the commands print with: styles, wrapped text, fields, tables, JSON. It writes to the streams that it is given.

local core = require "tencentcloud.core"
local json = require "tencentcloud.cli.json"
local wrap = require "tencentcloud.cli.wrap"

local WIDTH = 80 -- where nobody says how wide the terminal is

local STYLES = { bold = "1", dim = "2", good = "32", bad = "31", careful = "33" }

---@class tencentcloud.cli.Streams
---@field stdin {read: function}
---@field stdout {write: function, finish: (fun(self): string?)?} finish: says why the output could not be written
---@field stderr {write: function}
---@field colour boolean may the output be coloured?
---@field progress boolean does a person look at stderr?
---@field typed boolean is standard input a terminal?
---@field width integer? columns of the terminal

---@class tencentcloud.cli.Printer
---@field streams tencentcloud.cli.Streams
---@field width integer columns of a line
---@field as_json boolean? print JSON in place of text
local Printer = {}
Printer.__index = Printer

---Makes text from elsewhere harmless for a terminal: what nobody would see or what changes how text is shown is
---escaped, and white space is one space.
---@param text string
---@return string
function Printer.safe(text)
  return core.quote((text:gsub("%s+", " ")))
end

---"1 error", "2 errors".
---@param count integer
---@param word string
function Printer.count(count, word)
  return ("%d %s%s"):format(count, word, count == 1 and "" or "s")
end

---@param text string
---@param style string? a key of STYLES
function Printer:paint(text, style)
  if not (style and self.streams.colour) then return text end
  return ("\27[%sm%s\27[0m"):format(STYLES[style], text)
end

local function write(self, text)
  self.streams.stdout:write(text, "\n")
end

---Prints a line, made safe, as long as it is.
---@param text string?
---@param style string? a key of STYLES
function Printer:line(text, style)
  write(self, self:paint(core.quote(text or ""), style))
end

---Prints a text, made safe and wrapped, each line indented.
---@param text string
---@param indent integer? columns
function Printer:paragraph(text, indent)
  indent = indent or 0
  for _, line in ipairs(wrap.lines(self.safe(text), self.width - indent)) do write(self, (" "):rep(indent) .. line) end
end

---Prints a label and, beside it, a text, made safe and wrapped.
---@param label string
---@param text string
---@param column integer where the text begins
---@param style string? of the text
function Printer:field(label, text, column, style)
  local start = "  " .. self:paint(label, "bold") .. (" "):rep(column - 2 - wrap.width(label))
  for _, line in ipairs(wrap.lines(self.safe(text), self.width - column)) do
    write(self, start .. self:paint(line, style))
    start = (" "):rep(column)
  end
end

-- The width of each column but the last, which is as wide as it is.
local function widths(rows)
  local list = {}
  for _, row in ipairs(rows) do
    for i = 1, #row - 1 do list[i] = math.max(list[i] or 0, wrap.width(row[i])) end
  end
  return list
end

local function quoted(rows)
  local copy = {}
  for number, row in ipairs(rows) do
    copy[number] = {}
    for i, cell in ipairs(row) do copy[number][i] = core.quote(cell) end
  end
  return copy
end

---Prints rows in columns, made safe; the first row is the head. Put the widest column last.
---@param rows string[][]
function Printer:table(rows)
  rows = quoted(rows)
  local wide = widths(rows)
  for number, row in ipairs(rows) do
    local cells = {}
    for i, cell in ipairs(row) do cells[i] = cell .. (" "):rep((wide[i] or 0) - wrap.width(cell)) end
    write(self, self:paint(table.concat(cells, "  "), number == 1 and "bold" or nil))
  end
end

---Prints a value as JSON, on one line.
function Printer:json(value)
  write(self, json.encode(value))
end

-- "tcerr: ..." on stderr, each line wrapped.
local function complain(self, message)
  local start = "tcerr: "
  for text in message:gmatch "[^\n]+" do
    for _, line in ipairs(wrap.lines(self.safe(text), self.width - #start)) do
      self.streams.stderr:write(start, line, "\n")
      start = "       "
    end
  end
end

-- The names in "...; did you mean cvm, cam or cim?", as the registry puts it.
local function suggested_in(message)
  local names, list = message:match "; did you mean ([^?]+)%?$", {}
  for name in (names or ""):gsub(" or ", ", "):gmatch "[^, ]+" do table.insert(list, name) end
  return list
end

---Says that there is nothing to show.
---@param message string
---@param suggestions string[]? names that may have been meant; those of the message where none are given
---@return integer exit_code
function Printer:not_found(message, suggestions)
  if self.as_json then
    self:json(json.object{ { "error", message }, { "suggestions", json.array(suggestions or suggested_in(message)) } })
  else
    complain(self, message)
  end
  return 1
end

---Says that the command was not used as it can be, or could not do its work.
---@return integer exit_code
function Printer:misused(message)
  complain(self, message)
  return 2
end

---Tells a waiting person how far it is; writes over what it told before.
---@param text string? nil when it is done
function Printer:progress(text)
  if self.streams.progress then self.streams.stderr:write("\r\27[K", text or "") end
end

local printer = {}

---@param streams tencentcloud.cli.Streams
---@return tencentcloud.cli.Printer
function printer.new(streams)
  return setmetatable({ streams = streams, width = streams.width or WIDTH }, Printer)
end

return printer
