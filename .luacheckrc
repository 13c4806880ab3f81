std = "min+tencentcloud"
max_line_length = 120
exclude_files = { "build", "spec/fixtures" }
include_files = { "**/*.lua", "bin/tcerr", "*.rockspec", ".busted", ".luacheckrc" }

-- What only some of the Luas have; code that uses it says what the others do.
stds.tencentcloud = {
  read_globals = {
    "jit", "loadstring", "setfenv", "unpack",
    coroutine = { fields = { "close", "isyieldable" } },
    table = { fields = { "unpack", "move" } },
    math = { fields = { "type", "tointeger", "maxinteger", "mininteger" } },
    string = { fields = { "pack", "unpack" } },
  },
}

files["bin/tcerr"] = { globals = { "_" } } -- holds what a shell runs
files["spec"] = { std = "+busted", read_globals = { "newproxy" } }
files["examples/gateway"] = { std = "+ngx_lua" }
files["examples/mock"] = { std = "+ngx_lua" }
files["spec/support/budget_nginx"] = { std = "+ngx_lua" }
files["spec/support/guard_nginx"] = { std = "+ngx_lua" }
files["spec/support/phases_nginx"] = { std = "+ngx_lua" }
files["library"] = { ignore = { "211", "212", "241" } }
