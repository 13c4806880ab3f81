-- Reads what a command is given: a file, or standard input.

local input = {}

---@param name string? nil and "-" stand for standard input
---@param printer tencentcloud.cli.Printer
---@return string? text
---@return string? problem
function input.read(name, printer)
  local streams = printer.streams
  if name == nil or name == "-" then
    if streams.typed then streams.stderr:write("tcerr: type or paste the answer, then press Ctrl-D\n") end
    local text, problem = streams.stdin:read "*a"
    if not text then return nil, "standard input: " .. tostring(problem or "it cannot be read") end
    return text
  end
  local file, problem = io.open(name, "rb")
  if not file then return nil, problem end
  local text, why = file:read "*a"
  file:close()
  -- A directory can be opened, but not read.
  if not text then return nil, ("%s: %s"):format(name, tostring(why)) end
  return text
end

return input
