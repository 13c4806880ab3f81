-- Reads catalog/verdicts.txt, the codes that were decided by hand: a code, its kind, and, where they are not the usual
-- ones of the kind, its retryable and executed; before them the service where only that one means it so.
--
--   FailedOperation.WriteTrafficLimit throttle
--   cvm ResourceInUse.Flow conflict backoff no

local verdicts = {}

local FOLDER = debug.getinfo(1, "S").source:match "^@(.-)verdicts%.lua$" or "catalog/"

local function read_line(line, number)
  local words = {}
  for word in line:gmatch "%S+" do table.insert(words, word) end
  local service
  if not words[1]:find "%u" then service = table.remove(words, 1) end
  if #words ~= 2 and #words ~= 4 then error(("verdicts.txt:%d: expected a code and a kind"):format(number)) end
  return { service = service, code = words[1], kind = words[2], retryable = words[3], executed = words[4] }
end

---Gives the codes that were decided by hand.
---@param path string? the file; without it, catalog/verdicts.txt
---@return { service: string?, code: string, kind: string, retryable: string?, executed: string? }[]
function verdicts.read(path)
  local list, number = {}, 0
  for line in io.lines(path or FOLDER .. "verdicts.txt") do
    number = number + 1
    if not line:find "^#" then table.insert(list, read_line(line, number)) end
  end
  return list
end

return verdicts
