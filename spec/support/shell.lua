-- Runs commands for specs: with the Lua that runs the specs, and with the module that they test.

local shell = {}

-- Puts a word in quotes for the shell.
function shell.quote(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

-- Runs a command; its standard error is part of the output.
-- Returns the output and the exit code: io.popen's close tells no code in Lua 5.1.
function shell.run(command)
  local pipe = assert(io.popen("(" .. command .. ") 2>&1 </dev/null; printf '\\n%d' $?"))
  local output, code = pipe:read("*a"):match "^(.*)\n(%d+)$"
  pipe:close()
  return output, tonumber(code)
end

-- How many files of a folder have an ending, such as ".txt"; 0 where there is no such folder.
function shell.count_files(folder, ending)
  local count = 0
  for name in shell.run("ls " .. shell.quote(folder)):gmatch "[^\n]+" do
    if name:sub(-#ending) == ending then count = count + 1 end
  end
  return count
end

-- The interpreter that runs the specs: the first word of its command line.
function shell.interpreter()
  local first = 0
  while arg[first - 1] do first = first - 1 end
  return arg[first]
end

-- Runs a Lua script, given as words of a command line. Returns the output and the exit code.
function shell.lua(...)
  local words = {
    "LUA_PATH=" .. shell.quote(package.path),
    "LUA_CPATH=" .. shell.quote(package.cpath),
    shell.interpreter(),
  }
  for _, word in ipairs { ... } do table.insert(words, shell.quote(word)) end
  return shell.run(table.concat(words, " "))
end

-- Runs the text of a Lua program. It goes by a file: the interpreter of the sanitized build has no -e.
function shell.program(text)
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
  local output, code = shell.lua(path)
  os.remove(path)
  return output, code
end

return shell
