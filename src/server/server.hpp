#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "server/draft.hpp"
#include "server/protocol.hpp"
#include "server/transport.hpp"

namespace tieout::server {

/// What a client may say of its wishes ("initializationOptions", or "tieout" of its settings); empty: what the configuration
/// says.
struct Preferences {
    std::string config;
    std::string date;
    std::string message_language;
};

/// What drafts in a directory are to be checked by.
using FindWorkspace = std::function<Result<std::shared_ptr<const Workspace>>(const std::string& directory, const Preferences&)>;

/// A language server for one client: it keeps the open drafts, checks them when they change and answers about them. It knows
/// the protocol and nothing of figures; what it answers is made in features.hpp.
class Server {
public:
    Server(Transport& transport, FindWorkspace find_workspace, Day today)
        : transport_(transport), find_workspace_(std::move(find_workspace)), today_(today) {}

    /// Serves until the client says exit or its input ends; the process's exit status. What is wrong with the input is told to
    /// `complain`.
    int run(const std::function<void(const Error&)>& complain);

private:
    enum class State : std::uint8_t { fresh, running, shut_down };

    void handle(const Json& message);
    void answer(const Json& id, const std::string& method, const Json& params);
    void notice(const std::string& method, const Json& params);
    Json initialize(const Json& params);
    void watch_configurations();

    void open(const Json& params);
    void change(const Json& params);
    void close(const Json& params);
    void forget_workspaces();

    void set_preferences(const Json* wishes);
    Draft& draft(const Json& params);
    Draft& checked(const Json& params);
    void check(Draft& draft);
    void check_changed();
    const Workspace& workspace(const Draft& draft);
    void send(const std::string& message) { writable_ = transport_.write(message) && writable_; }
    void show_error(const std::string& text);

    Transport& transport_;
    FindWorkspace find_workspace_;
    Day today_;
    State state_ = State::fresh;
    bool exit_ = false;
    bool writable_ = true;
    Encoding encoding_ = Encoding::utf16;
    bool watches_ = false;  ///< the client can be asked to watch files
    Preferences preferences_;
    Inbox inbox_;
    std::map<std::string, Draft> drafts_;
    std::map<std::string, std::shared_ptr<const Workspace>> workspaces_;  ///< by directory
};

}  // namespace tieout::server
