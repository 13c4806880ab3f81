-- What the readers of checkouts need of files and folders, without a library.

local folders = {}

---A path as a word of a shell.
---@param path string
---@return string
function folders.quote(path)
  return "'" .. path:gsub("'", "'\\''") .. "'"
end

---The paths below a folder that a shell's pattern means, sorted.
---@param folder string
---@param pattern string as "/*/v*/api.json"; not quoted
---@return string[]
function folders.find(folder, pattern)
  local paths = {}
  local listing = assert(io.popen("ls -d " .. folders.quote(folder) .. pattern .. " 2>/dev/null"))
  for path in listing:lines() do table.insert(paths, path) end
  listing:close()
  table.sort(paths)
  return paths
end

---The whole text of a file.
---@param path string
---@return string? text
---@return string? error
function folders.read(path)
  local file, reason = io.open(path, "rb")
  if not file then return nil, reason end
  local text = file:read "*a"
  file:close()
  if not text then return nil, path .. ": cannot be read" end
  return text
end

---Writes a file whole or not at all: what was there stays until the new text is complete beside it.
---@param path string
---@param text string
---@return boolean? done
---@return string? error
function folders.write(path, text)
  local beside = path .. ".new"
  local file, reason = io.open(beside, "wb")
  if not file then return nil, reason end
  local written, write_reason = file:write(text)
  local closed, close_reason = file:close()
  if not (written and closed) then
    os.remove(beside)
    return nil, write_reason or close_reason
  end
  return os.rename(beside, path)
end

return folders
