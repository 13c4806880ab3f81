-- The times in an answer's headers: its date, and how long the server asks to wait.

local headers = {}

local MONTHS = { Jan = 1, Feb = 2, Mar = 3, Apr = 4, May = 5, Jun = 6, Jul = 7, Aug = 8, Sep = 9, Oct = 10, Nov = 11,
  Dec = 12 }

-- Days from 1970-01-01, in the Gregorian calendar. March is taken for the year's first month, so that the
-- leap day is its last. Any five months in a row but February have 153 days, which gives the days before a
-- month; 719469 days lead from such a year 0 to 1970.
local function days(year, month, day)
  if month <= 2 then year, month = year - 1, month + 12 end
  local leaps = math.floor(year / 4) - math.floor(year / 100) + math.floor(year / 400)
  return 365 * year + leaps + math.floor((153 * (month - 3) + 2) / 5) + day - 719469
end

---@param text any "Sun, 06 Nov 1994 08:49:37 GMT"
---@return number? seconds since 1970; nil where it is not such a date
function headers.parse_date(text)
  if type(text) ~= "string" then return nil end
  local day, name, year, hour, minute, second =
    text:match("^%a%a%a, (%d%d) (%a%a%a) (%d%d%d%d) (%d%d):(%d%d):(%d%d) GMT$")
  local month = MONTHS[name]
  if not month then return nil end
  return ((days(tonumber(year), month, tonumber(day)) * 24 + hour) * 60 + minute) * 60 + second
end

---A header's value, whatever the case its name is written in; the first one of several.
---@param all table?
---@param name string in lower case
---@return any
function headers.get(all, name)
  if type(all) ~= "table" then return nil end
  local value = all[name]
  if value == nil then
    for key, other in pairs(all) do
      if type(key) == "string" and key:lower() == name then value = other end
    end
  end
  if type(value) == "table" then value = value[1] end
  return value
end

---The seconds that the server asks to wait: from Retry-After, in seconds or as a date.
---@param all table?
---@param time number seconds since 1970, by the clock of this machine
---@return number?
function headers.retry_after(all, time)
  local value = headers.get(all, "retry-after")
  local date = headers.parse_date(value)
  if date then return date - (headers.parse_date(headers.get(all, "date")) or time) end
  return tonumber(value)
end

return headers
