-- Drives Neovim's own client of the Language Server Protocol against `tieout lsp` (argument 1) on a draft (argument 2) and writes what
-- the editor has to say as JSON to a file (argument 3). Run by editor.py with `nvim --headless -l`-like arguments in TIEOUT_*.
local tieout, draft, out = vim.env.TIEOUT_PROGRAM, vim.env.TIEOUT_DRAFT, vim.env.TIEOUT_OUT
local result = {}

local function wait_for(what, condition)
    if not vim.wait(20000, condition, 20) then error('waited in vain for ' .. what) end
end

local function diagnostics()
    local found = {}
    for _, each in ipairs(vim.diagnostic.get(0)) do
        local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, true)[1]
        table.insert(found, { code = each.code or (each.user_data and each.user_data.lsp and each.user_data.lsp.code),
            severity = each.severity, words = line:sub(each.col + 1, each.end_col), message = each.message })
    end
    return found
end

local function run()
    vim.cmd('edit ' .. vim.fn.fnameescape(draft))
    vim.bo.filetype = 'markdown'
    local client = vim.lsp.start_client({ name = 'tieout', cmd = { tieout, 'lsp' }, init_options = { date = '2023-04-17' } })
    vim.lsp.buf_attach_client(0, client)
    wait_for('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
    result.found = diagnostics()

    -- The cursor on the wrong figure: Neovim itself turns the place into the protocol's.
    local first = vim.diagnostic.get(0)[1]
    vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
    local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 20000)
    result.hover = hover[client].result.contents.value

    -- The first action, chosen as a user would in the menu.
    vim.ui.select = function(items, _, choose)
        result.actions = vim.tbl_map(function(item) return (item[2] or item.action or item).title end, items)
        choose(items[1], 1)
    end
    local before = vim.api.nvim_buf_get_changedtick(0)
    vim.lsp.buf.code_action()
    wait_for('the correction', function() return vim.api.nvim_buf_get_changedtick(0) > before end)
    wait_for('no diagnostics', function() return #vim.diagnostic.get(0) == 0 end)
    result.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')

    -- Typing a mistake brings it back, undoing it takes it away.
    vim.cmd('undo')
    wait_for('diagnostics after undo', function() return #vim.diagnostic.get(0) > 0 end)
    result.again = diagnostics()
    vim.lsp.stop_client(client)
    wait_for('the end', function() return vim.lsp.client_is_stopped(client) end)
end

local good, problem = pcall(run)
if not good then result.problem = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(result) }, out)
vim.cmd('qall!')
