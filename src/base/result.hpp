#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace tieout {

/// What is wrong with one of our inputs (an option, a file, a rule), as opposed to a Finding, which is about the draft.
/// `line` and `column` count from 1; 0 means that the error is about the file as a whole.
struct Error {
    std::string file;
    int line = 0;
    int column = 0;
    std::string what;
    std::string hint;  ///< what to do about it; may be empty

    /// "file:line:column: what (hint)", leaving out what is not known.
    std::string to_string() const;
};

/// A value or the Error that kept us from making it. Nothing in the core throws across its boundary.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}
    Result(Error error) : state_(std::move(error)) {}

    bool ok() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return ok(); }

    T& value() { return std::get<T>(state_); }
    const T& value() const { return std::get<T>(state_); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    Error& error() { return std::get<Error>(state_); }
    const Error& error() const { return std::get<Error>(state_); }

private:
    std::variant<T, Error> state_;
};

}  // namespace tieout
