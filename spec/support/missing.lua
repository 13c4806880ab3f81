-- What specs need of the machine that they run on.

local shell = require "spec.support.shell"

local NGINX = { "/usr/lib/nginx/modules/ngx_http_lua_module.so" }

---Gives what is not here, as text for `pending`; nil where all is.
---@param needed { commands?: string[], modules?: string[], nginx?: boolean }
---@return string? reason
return function(needed)
  local commands = needed.nginx and { "nginx", "curl" } or {}
  for _, command in ipairs(needed.commands or {}) do table.insert(commands, command) end
  for _, command in ipairs(commands) do
    if shell.run("command -v " .. command) == "" then return ("no %s here"):format(command) end
  end
  for _, path in ipairs(needed.nginx and NGINX or {}) do
    local file = io.open(path)
    if not file then return ("no %s here, as Debian has it"):format(path) end
    file:close()
  end
  for _, name in ipairs(needed.modules or {}) do
    if not pcall(require, name) then return ("no module %s for this Lua here"):format(name) end
  end
end
