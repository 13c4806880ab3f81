-- A JSON checker that is only plain: each rule of RFC 8259 and of UTF-8 (RFC 3629) as it stands there.
-- It shares nothing with the core and is the oracle for what the core accepts, and where it finds fault.
-- A fault of a text is passed over and noted, unless the checker is strict.

local QUOTE = "the closing quote of a string was expected"

-- UTF-8: first bytes from, to; the range of the second byte; the number of bytes.
local SEQUENCES = {
  { 0xC2, 0xDF, 0x80, 0xBF, 2 },
  { 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
  { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
  { 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
}

-- What is left of an escape sequence where the body was cut off in it.
local CUT_ESCAPES = { "^\\$", "^\\u%x?%x?%x?$" }
local CUT_PAIRS = { "^$", "^\\$", "^\\u$", "^\\u[dD]$", "^\\u[dD][c-fC-F]$", "^\\u[dD][c-fC-F]%x$" }

local Checker = {}
Checker.__index = Checker

local function matches_any(text, patterns)
  for _, pattern in ipairs(patterns) do
    if text:find(pattern) then return true end
  end
  return false
end

function Checker:fail(reason, at)
  error({ reason = reason, at = at or self.at }, 0)
end

-- Goes on behind `length` bytes that make a text unsound.
function Checker:pass(reason, length)
  if self.strict then self:fail(reason) end
  self.text_fault = self.text_fault or { at = self.at, reason = reason }
  self.at = self.at + length
end

function Checker:byte(ahead)
  return self.body:sub(self.at + (ahead or 0), self.at + (ahead or 0))
end

function Checker:space()
  self.at = self.body:find("[^ \t\r\n]", self.at) or #self.body + 1
end

function Checker:expect(byte, reason)
  if self:byte() ~= byte then self:fail(reason) end
  self.at = self.at + 1
end

function Checker:escape()
  local text = self.body:sub(self.at, self.at + 11)
  local hex = text:match "^\\u(%x%x%x%x)"
  if text:find '^\\["\\/bfnrt]' then
    self.at = self.at + 2
  elseif not hex then
    if matches_any(text, CUT_ESCAPES) then self:fail(QUOTE, #self.body + 1) end
    self:fail "there is no such escape sequence"
  elseif not hex:find "^[dD][89a-fA-F]" then
    self.at = self.at + 6
  elseif text:find "^\\u[dD][89abAB]%x%x\\u[dD][c-fC-F]%x%x" then
    self.at = self.at + 12
  else
    local high = hex:find "^.[89abAB]"
    if high and matches_any(text:sub(7), CUT_PAIRS) then self:fail(QUOTE, #self.body + 1) end
    self:pass("half of a surrogate pair stands alone", 6)
  end
end

function Checker:character()
  local first = self:byte():byte()
  for _, sequence in ipairs(SEQUENCES) do
    if first >= sequence[1] and first <= sequence[2] then
      local low, high = sequence[3], sequence[4]
      for ahead = 1, sequence[5] - 1 do
        local byte = self:byte(ahead):byte()
        if not byte then self:fail(QUOTE, #self.body + 1) end
        if byte < low or byte > high then return self:pass("the bytes are not UTF-8", 1) end
        low, high = 0x80, 0xBF
      end
      self.at = self.at + sequence[5]
      return
    end
  end
  self:pass("the bytes are not UTF-8", 1)
end

function Checker:string()
  self.at = self.at + 1
  while true do
    self.at = self.body:find('[^%w _:.,-]', self.at) or #self.body + 1
    local byte = self:byte()
    if byte == "" then
      self:fail(QUOTE)
    elseif byte == '"' then
      self.at = self.at + 1
      return
    elseif byte == "\\" then
      self:escape()
    elseif byte < " " then
      self:fail "a control character in a string must be escaped"
    elseif byte >= "\128" then
      self:character()
    else
      self.at = self.at + 1
    end
  end
end

function Checker:digits()
  if not self:byte():find "%d" then self:fail "a digit was expected" end
  self.at = self.body:find("%D", self.at) or #self.body + 1
end

function Checker:number()
  if self:byte() == "-" then self.at = self.at + 1 end
  if self:byte() == "0" and self:byte(1):find "%d" then
    self:fail "a number may not begin with 0 and another digit"
  end
  self:digits()
  if self:byte() == "." then
    self.at = self.at + 1
    self:digits()
  end
  if self:byte():find "[eE]" then
    self.at = self.at + (self:byte(1):find "[+-]" and 2 or 1)
    self:digits()
  end
end

function Checker:literal(text)
  for i = 1, #text do self:expect(text:sub(i, i), "true, false or null was expected") end
end

function Checker:array(depth)
  self.at = self.at + 1
  self:space()
  local wanted = "a value or ] was expected"
  if self:byte() ~= "]" then
    repeat
      self:value(depth, wanted)
      self:space()
      local more = self:byte() == ","
      if more then
        self.at = self.at + 1
        wanted = "a value was expected"
      end
    until not more
  end
  self:expect("]", "a comma or ] was expected")
end

function Checker:object(depth)
  self.at = self.at + 1
  self:space()
  local wanted = "a key in double quotes or } was expected"
  if self:byte() ~= "}" then
    repeat
      self:space()
      if self:byte() ~= '"' then self:fail(wanted) end
      self:string()
      self:space()
      self:expect(":", "a colon was expected after the key")
      self:value(depth, "a value was expected")
      self:space()
      local more = self:byte() == ","
      if more then
        self.at = self.at + 1
        wanted = "a key in double quotes was expected"
      end
    until not more
  end
  self:expect("}", "a comma or } was expected")
end

local LITERALS = { t = "true", f = "false", n = "null" }

function Checker:value(depth, wanted)
  self:space()
  local byte = self:byte()
  if byte == "{" or byte == "[" then
    if depth == 1024 then self:fail "arrays and objects may be nested 1024 levels deep at most" end
    if byte == "{" then self:object(depth + 1) else self:array(depth + 1) end
  elseif byte == '"' then
    self:string()
  elseif byte:find "[%d-]" then
    self:number()
  elseif LITERALS[byte] then
    self:literal(LITERALS[byte])
  else
    self:fail(wanted)
  end
end

local reference = {}

---Is the body one JSON text?
---@param body string
---@param strict boolean? is a fault of a text one of the body?
---@return boolean valid
---@return integer? at the byte of the fault, counted from 1; one after the last where the body was cut off. Of a valid
---  body, that of the first fault of a text
---@return string? reason in the words of the core's messages
function reference.check(body, strict)
  local checker = setmetatable({ body = body, at = 1, strict = strict }, Checker)
  local ok, fault = pcall(function()
    checker:value(0, "a value was expected")
    checker:space()
    if checker.at <= #body then checker:fail "the end was expected after the value" end
  end)
  local unsound = checker.text_fault
  if ok then return true, unsound and unsound.at, unsound and unsound.reason end
  if type(fault) ~= "table" then error(fault, 0) end
  return false, fault.at, fault.reason
end

return reference
