#include "server/server.hpp"

#include <filesystem>
#include <thread>

#include "server/features.hpp"

namespace tieout::server {

int Server::run(const std::function<void(const Error&)>& complain) {
    std::thread reader([this] {
        while (true) {
            auto content = transport_.read();
            if (!content) return inbox_.close(content.error());
            if (!*content) return inbox_.close(std::nullopt);
            Json message = Json::parse(**content, nullptr, false);
            // What follows an exit is nobody's business, and nobody would wait for it.
            const Json* method = optional_member(message, "method");
            const bool last = method && *method == "exit";
            inbox_.put(std::move(message));
            if (last) return inbox_.close(std::nullopt);
        }
    });
    while (!exit_ && writable_) {
        if (inbox_.idle()) check_changed();
        const auto message = inbox_.take();
        if (!message) break;
        handle(*message);
    }
    if (!writable_) {
        // The client is gone; the reader may wait for ever.
        reader.detach();
        return 1;
    }
    reader.join();
    if (inbox_.error()) {
        complain(*inbox_.error());
        return 2;
    }
    return exit_ && state_ == State::shut_down ? 0 : 1;
}

void Server::handle(const Json& message) {
    if (message.is_discarded()) return send(error_response(nullptr, error_code::kParse, "this is no JSON"));
    const Json* method = optional_member(message, "method");
    const Json* id = optional_member(message, "id");
    const bool odd_id = id && (id->is_structured() || id->is_boolean());
    if (odd_id) id = nullptr;
    if (odd_id || !method || !method->is_string()) {
        // An answer to a request of ours has no method, and is not waited for.
        if (message.is_object() && (message.contains("result") || message.contains("error"))) return;
        return send(error_response(id ? *id : Json(), error_code::kInvalidRequest, "this is no message of JSON-RPC"));
    }
    static const Json kNothing = Json::object();
    const Json* params = optional_member(message, "params");
    try {
        if (id)
            answer(*id, method->get<std::string>(), params ? *params : kNothing);
        else
            notice(method->get<std::string>(), params ? *params : kNothing);
    } catch (const BadParams& bad) {
        if (id) send(error_response(*id, error_code::kInvalidParams, bad.what));
    }
}

void Server::answer(const Json& id, const std::string& method, const Json& params) {
    if (inbox_.withdrawn(id)) return send(error_response(id, error_code::kCancelled, "cancelled"));
    if (method == "initialize") {
        if (state_ != State::fresh) return send(error_response(id, error_code::kInvalidRequest, "initialized already"));
        return send(response(id, initialize(params)));
    }
    if (state_ == State::fresh) return send(error_response(id, error_code::kNotInitialized, "not initialized"));
    if (state_ == State::shut_down) return send(error_response(id, error_code::kInvalidRequest, "shut down already"));
    if (method == "shutdown") {
        state_ = State::shut_down;
        return send(response(id, nullptr));
    }
    if (method == "textDocument/hover") {
        const Draft& of = checked(params);
        return send(response(id, hover(of, read_position(member(params, "position")), workspace(of))));
    }
    if (method == "textDocument/codeAction") {
        const Draft& of = checked(params);
        const TextRange range = read_range(member(params, "range"));
        const Json* context = optional_member(params, "context");
        const Json* only = context ? optional_member(*context, "only") : nullptr;
        const bool wanted = !only || !only->is_array() || std::find(only->begin(), only->end(), "quickfix") != only->end();
        return send(response(id, wanted ? code_actions(of, range, workspace(of).settings.message_language) : Json::array()));
    }
    send(error_response(id, error_code::kMethodNotFound, method + " is not known"));
}

void Server::notice(const std::string& method, const Json& params) {
    if (method == "exit") exit_ = true;
    if (state_ != State::running) return;
    if (method == "initialized") return watch_configurations();
    if (method == "textDocument/didOpen") return open(params);
    if (method == "textDocument/didChange") return change(params);
    if (method == "textDocument/didClose") return close(params);
    if (method == "workspace/didChangeWatchedFiles") return forget_workspaces();
    if (method == "workspace/didChangeConfiguration") {
        if (const Json* settings = optional_member(params, "settings")) set_preferences(optional_member(*settings, "tieout"));
        return forget_workspaces();
    }
    // A configuration saved in an editor that does not watch files.
    if (method == "textDocument/didSave") forget_workspaces();
}

Json Server::initialize(const Json& params) {
    state_ = State::running;
    const Json* capabilities = optional_member(params, "capabilities");
    const Json* general = capabilities ? optional_member(*capabilities, "general") : nullptr;
    const Json* encodings = general ? optional_member(*general, "positionEncodings") : nullptr;
    if (encodings && encodings->is_array() && std::find(encodings->begin(), encodings->end(), "utf-8") != encodings->end())
        encoding_ = Encoding::utf8;
    const Json* ours = capabilities ? optional_member(*capabilities, "workspace") : nullptr;
    const Json* files = ours ? optional_member(*ours, "didChangeWatchedFiles") : nullptr;
    const Json* dynamic = files ? optional_member(*files, "dynamicRegistration") : nullptr;
    watches_ = dynamic && *dynamic == true;
    set_preferences(optional_member(params, "initializationOptions"));
    return {{"capabilities",
             {{"positionEncoding", encoding_ == Encoding::utf8 ? "utf-8" : "utf-16"},
              {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
              {"hoverProvider", true},
              {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}}}},
            {"serverInfo", {{"name", "tieout"}, {"version", TIEOUT_VERSION}}}};
}

void Server::watch_configurations() {
    if (!watches_) return;
    const Json watchers = Json::array({{{"globPattern", std::string("**/") + kConfigName}}});
    const Json registration = {
        {"id", "configurations"}, {"method", "workspace/didChangeWatchedFiles"}, {"registerOptions", {{"watchers", watchers}}}};
    send(request(1, "client/registerCapability", {{"registrations", Json::array({registration})}}));
}

void Server::open(const Json& params) {
    const Json& item = member(params, "textDocument");
    std::string uri = string_member(item, "uri");
    const Json* language = optional_member(item, "languageId");
    Draft opened(uri, language && language->is_string() ? language->get<std::string>() : "",
                 TextDocument(string_member(item, "text"), encoding_));
    if (const Json* version = optional_member(item, "version"); version && version->is_number_integer())
        opened.version = version->get<std::int64_t>();
    drafts_.insert_or_assign(std::move(uri), std::move(opened));
}

void Server::change(const Json& params) {
    Draft& changed = draft(params);
    const Json& changes = member(params, "contentChanges");
    if (!changes.is_array()) throw BadParams{"\"contentChanges\" must be an array"};
    for (const Json& each : changes) {
        const std::string text = string_member(each, "text");
        if (const Json* range = optional_member(each, "range"); range && !range->is_null())
            changed.edit().replace(read_range(*range), text);
        else
            changed.edit() = TextDocument(text, encoding_);
    }
    const Json* version = optional_member(member(params, "textDocument"), "version");
    if (version && version->is_number_integer()) changed.version = version->get<std::int64_t>();
}

void Server::close(const Json& params) {
    const std::string uri = draft(params).uri();
    drafts_.erase(uri);
    send(notification("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}}));
}

void Server::set_preferences(const Json* wishes) {
    const auto read = [&](const char* key) {
        const Json* value = wishes ? optional_member(*wishes, key) : nullptr;
        return value && value->is_string() ? value->get<std::string>() : std::string();
    };
    preferences_ = {read("config"), read("date"), read("messageLanguage")};
}

void Server::forget_workspaces() {
    workspaces_.clear();
    for (auto& [uri, each] : drafts_) each.forget();
}

Draft& Server::draft(const Json& params) {
    const std::string uri = string_member(member(params, "textDocument"), "uri");
    const auto found = drafts_.find(uri);
    if (found == drafts_.end()) throw BadParams{"\"" + uri + "\" is not open"};
    return found->second;
}

Draft& Server::checked(const Json& params) {
    Draft& of = draft(params);
    if (!of.checked()) check(of);
    return of;
}

void Server::check(Draft& of) {
    const Workspace& by = workspace(of);
    of.check(by, today_);
    Json params = {{"uri", of.uri()}, {"diagnostics", diagnostics(of, by.settings.message_language)}};
    if (of.version) params["version"] = *of.version;
    send(notification("textDocument/publishDiagnostics", std::move(params)));
}

void Server::check_changed() {
    for (auto& [uri, each] : drafts_) {
        if (!each.checked()) check(each);
        if (!inbox_.idle()) return;
    }
}

const Workspace& Server::workspace(const Draft& of) {
    std::string directory = std::filesystem::path(of.path()).parent_path().string();
    if (directory.empty()) directory = ".";  // a draft that has no file yet
    auto& known = workspaces_[directory];
    if (known) return *known;
    auto found = find_workspace_(directory, preferences_);
    if (!found) {
        show_error(found.error().to_string());
        // Checked by what is built in, so that a slip in the configuration does not leave the writer without.
        found = find_workspace_("", {});
    }
    known = found ? *found : std::make_shared<const Workspace>();
    return *known;
}

void Server::show_error(const std::string& text) {
    send(notification("window/showMessage", {{"type", 1}, {"message", "tieout: " + text}}));
}

}  // namespace tieout::server
