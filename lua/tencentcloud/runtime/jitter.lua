-- Random numbers for delays. Before Lua 5.4 math.random begins with the same numbers in every process,
-- and machines that fail together would come back together. The program's own seed is left alone.

local GOLDEN = 0.6180339887498949 -- its multiples spread evenly over [0, 1)

-- Differs from process to process: an address of memory, and the time.
local function offset_of_process()
  local address = tonumber(tostring({}):match("0x(%x+)") or "0", 16) or 0
  return (address / 16 % 65536 + os.time() % 65536) * GOLDEN % 1
end

local offset

---@param id number? of the worker, where processes are copies of one another
---@return number in [0, 1)
return function(id)
  offset = offset or offset_of_process()
  return (math.random() + offset + (id or 0) * GOLDEN) % 1
end
